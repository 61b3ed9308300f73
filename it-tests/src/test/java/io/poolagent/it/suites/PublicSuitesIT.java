package io.poolagent.it.suites;

import io.poolagent.sample.server.DatabaseServer;
import io.poolagent.sample.server.DatabaseServers;
import io.poolagent.sample.server.ServerStartException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No test of other projects' suites changes its result with the agent. */
@Tag("suites")
@Timeout(value = 2, unit = TimeUnit.HOURS)
class PublicSuitesIT {
    /** Memory databases and files too, which are not pooled unless somebody asks for it. */
    private static final String EVERY_URL = "url.include=jdbc:*";

    /**
     * A test that collects the interfaces of a class and its superclasses without a set: the class of a handle names
     * those of its driver's class again, for the many who ask getClass().getInterfaces() alone.
     */
    private static final String REPEATED_INTERFACES = "TestTooManyCursors]/\\[method:testFoo\\(\\)]";

    /** Three of its modules, on H2, HSQLDB, SQLite and on a PostgreSQL that the tests start for each class. */
    @Test
    void jdbi() {
        new SuiteComparison(Suite.of("jdbi").notAsRoot())
                .sameWith("with", 100)
                .knowing(REPEATED_INTERFACES)
                .sameWith("with-every-url", 1000, EVERY_URL);
    }

    /** Its tests have mocks for connections: nothing is pooled, and nothing else may change either. */
    @Test
    void dbutils() {
        new SuiteComparison(Suite.of("dbutils")).sameWith("with", 0);
    }

    /** A pool of the application's own, over odd drivers: it is left alone. */
    @Test
    void dbcp2() {
        new SuiteComparison(Suite.of("dbcp2")).sameWith("with", 0);
    }

    /** The driver's own tests: nobody looks closer at a connection. */
    @Test
    void pgjdbc() throws ServerStartException, SQLException {
        try (DatabaseServer server = DatabaseServers.postgres(Pgjdbc.SETTINGS)) {
            new SuiteComparison(Pgjdbc.on(server), Pgjdbc.INSIDE_THE_DRIVER).sameWith("with", 200);
        }
    }
}
