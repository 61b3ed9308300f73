package io.poolagent.it.suites;

import io.poolagent.it.harness.Sql;
import io.poolagent.sample.server.DatabaseServer;
import java.net.URI;
import java.sql.SQLException;
import java.util.Map;

/** What the tests of PostgreSQL's driver expect of a server, and which of them look into the driver's objects. */
final class Pgjdbc {
    static final Map<String, String> SETTINGS = Map.of(
            "max_prepared_transactions", "64",
            "wal_level", "logical",
            "max_wal_senders", "10",
            "max_replication_slots", "10");

    /** Tests that ask for what is no part of JDBC nor of the driver's public classes. */
    static final String[] INSIDE_THE_DRIVER = {
        // Private fields, asked for by getClass().getDeclaredField: the class of a handle is another.
        "ResultSetTest]/.*ColumnMappingCache\\(\\)]",
        "TimezoneCachingTest]/\\[method:test(PreparedStatement|ResultSet)CachedTimezoneInstance\\(\\)]",
        // Fields and methods of the driver's own package: they are the handle's, and empty.
        "DeepBatchedInsertStatementTest]",
        // Counts open connections that have had a query timeout; those in the pool are open.
        "SharedTimerRefCountTest]/\\[method:multipleCancels\\(\\)]",
        // Asks in which format results come, where an earlier test had the same text prepared at the server at once:
        // what
        // was prepared there stays prepared while the session needs no reset.
        "BinaryTest]/\\[method:testPreparedStatement_3\\(\\)]"
    };

    private Pgjdbc() {}

    /** The suite on a server, with what the tests expect to find there. */
    static Suite on(DatabaseServer server) throws SQLException {
        Sql.run(server, "CREATE EXTENSION hstore", "CREATE EXTENSION citext");
        // One test wants to see a database of this name.
        Sql.run(server, "CREATE DATABASE test");
        Suite suite = Suite.of("pgjdbc");
        URI address = URI.create(server.jdbcUrl().substring("jdbc:".length()));
        return suite.jvm(
                "-Dbuild.properties.relative.path=" + suite.sources(),
                "-Dtest.url.PGHOST=" + address.getHost(),
                "-Dtest.url.PGPORT=" + address.getPort(),
                "-Dtest.url.PGDBNAME=" + address.getPath().substring(1),
                "-Duser=" + server.user(),
                "-Dpassword=" + server.password(),
                "-DprivilegedUser=" + server.adminUser(),
                "-DprivilegedPassword=" + server.adminPassword());
    }
}
