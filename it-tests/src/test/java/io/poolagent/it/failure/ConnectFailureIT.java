package io.poolagent.it.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.Comparison;
import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Libraries;
import io.poolagent.it.harness.Run;
import io.poolagent.it.harness.Servers;
import io.poolagent.it.harness.Sql;
import io.poolagent.sample.server.DatabaseServer;
import java.sql.SQLException;
import java.time.Duration;
import legacy.failure.FailedLogin;
import legacy.failure.Refused;
import legacy.failure.ServerGoes;
import org.junit.jupiter.api.Test;

/** Invariant 7: a connect failure is the driver's own, at once, in the calling thread, after one attempt. */
class ConnectFailureIT {
    private static final String LISTEN_MILLIS = "2500";

    @Test
    void refusedServerGivesTheDriversExceptionAfterOneAttempt() {
        Comparison runs = ForkedJvm.running(
                        Refused.class,
                        "jdbc:postgresql://127.0.0.1:1/x",
                        "jdbc:mariadb://127.0.0.1:1/x",
                        "jdbc:mysql://127.0.0.1:1/x",
                        "jdbc:h2:tcp://127.0.0.1:1/x",
                        "jdbc:hsqldb:hsql://127.0.0.1:1/x")
                .with(Libraries.POSTGRES, Libraries.MARIADB, Libraries.MYSQL, Libraries.H2, "hsqldb")
                .jvm("-Dh2.socketConnectRetry=1")
                .compared("pool.min=2");
        runs.same();
        assertEquals(15, runs.with().lines().size());
        runs.with().lines().forEach(line -> {
            assertTrue(line.contains(": 1 connects, "), line);
            assertTrue(line.endsWith("in the calling thread"), line);
        });
        assertNotMuchLater(runs);
    }

    @Test
    void postgresThatGoesAwayAndComesBack() {
        goesAndComesBack(Servers.postgres(), Servers.postgres().jdbcUrl(), Libraries.POSTGRES);
    }

    @Test
    void mariaDbThatGoesAwayAndComesBack() {
        goesAndComesBack(Servers.mariadb(), Servers.mariadb().jdbcUrl(), Libraries.MARIADB);
    }

    @Test
    void mariaDbThatGoesAwayAndComesBackWithConnectorJ() {
        goesAndComesBack(
                Servers.mariadb(), Servers.mariadb().jdbcUrl().replace(":mariadb:", ":mysql:"), Libraries.MYSQL);
    }

    private static void goesAndComesBack(DatabaseServer server, String url, String driver) {
        Comparison runs = ForkedJvm.running(ServerGoes.class, url, server.user(), server.password(), LISTEN_MILLIS)
                .with(driver)
                .compared();
        runs.same();
        assertTrue(!runs.with().agentLines("new pool").isEmpty(), () -> "pooled: " + runs.with());
        assertTrue(runs.with().lines().get(0).startsWith("call 1: 1 connects, "), () -> "first line of " + runs.with());
        assertTrue(runs.with().lines().contains("back: 1"), () -> "last line of " + runs.with());
        assertNotMuchLater(runs);
    }

    @Test
    void failedLoginIsNotRetriedInTheBackground() throws SQLException {
        DatabaseServer server = Servers.postgres();
        Sql.createUsers(server, "relogin", 1, "first");
        Run run = ForkedJvm.running(
                        FailedLogin.class,
                        server.jdbcUrl(),
                        "relogin0",
                        "first",
                        server.adminUser(),
                        server.adminPassword(),
                        "3",
                        LISTEN_MILLIS)
                .with(Libraries.POSTGRES)
                .agent("pool.min=3")
                .run()
                .succeeded();
        assertEquals("3", run.fact("opened"), "pool.min connections");
        String refusal = "org.postgresql.util.PSQLException 28P01/0 "
                + "'FATAL: password authentication failed for user \"relogin0\"' in the calling thread";
        assertEquals(refusal, run.fact("first call"));
        assertEquals("1", run.fact("its connects"));
        assertTrue(run.number("not asked for") <= 1, () -> "attempts after the failed one: " + run);
        assertEquals(refusal, run.fact("later call"));
    }

    /** Failures would take a pool's whole timeout where the pool reported them. */
    private static void assertNotMuchLater(Comparison runs) {
        Duration longer = runs.with().took().minus(runs.without().took());
        assertTrue(longer.toMillis() < 4_000, () -> "with the agent it took longer by " + longer + ": " + runs.with());
    }
}
