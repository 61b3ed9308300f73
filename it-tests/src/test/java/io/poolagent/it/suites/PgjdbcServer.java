package io.poolagent.it.suites;

import io.poolagent.it.harness.Sql;
import io.poolagent.sample.server.DatabaseServer;
import java.net.URI;
import java.sql.SQLException;
import java.util.Map;

/** What the tests of PostgreSQL's driver expect of a server. */
final class PgjdbcServer {
    static final Map<String, String> SETTINGS = Map.of(
            "max_prepared_transactions", "64",
            "wal_level", "logical",
            "max_wal_senders", "10",
            "max_replication_slots", "10");

    private PgjdbcServer() {}

    /** Makes the extensions that the tests use, and tells the suite of the server. */
    static Suite prepare(DatabaseServer server, Suite suite) throws SQLException {
        Sql.run(server, "CREATE EXTENSION IF NOT EXISTS hstore", "CREATE EXTENSION IF NOT EXISTS citext");
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
