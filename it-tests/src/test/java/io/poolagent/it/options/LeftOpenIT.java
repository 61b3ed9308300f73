package io.poolagent.it.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Libraries;
import io.poolagent.it.harness.Run;
import io.poolagent.it.harness.Servers;
import io.poolagent.sample.server.DatabaseServer;
import legacy.options.LeftOpen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many connections the server has once the application closed all of its own. */
class LeftOpenIT {
    @ParameterizedTest
    @CsvSource({
        "15, 10, log.level=info",
        "5, 3, pool.max=3",
        "5, 2, pool[jdbc:postgresql:*].max=2",
        "5, 5, pool[jdbc:h2:*].max=2",
        "5, 0, mode=observe",
        "5, 0, url.exclude=jdbc:postgresql:*",
        "3, 0, pool.idle-timeout=300ms",
        "3, 0, pool.max-lifetime=300ms"
    })
    void connectionsLeftOpen(int atOnce, int expected, String option) {
        Run run = program(1, atOnce, expected, 300).agent(option).run().succeeded();
        assertEquals(String.valueOf(expected), run.fact("open"), run::toString);
        assertEquals(expected + " to " + expected, run.fact("then"), run::toString);
    }

    @Test
    void maximumFromTheEnvironment() {
        Run run = program(1, 5, 4, 0)
                .environment("DB_POOL_MAX", "4")
                .agent()
                .run()
                .succeeded();
        assertEquals("4", run.fact("open"), run::toString);
    }

    /** The minimum is opened after the first connect, and stays though nobody uses it for longer than the timeout. */
    @Test
    void minimumIsOpenedAndKept() {
        Run run = program(1, 1, 4, 2_500)
                .agent("pool.min=4", "pool.idle-timeout=200ms")
                .run()
                .succeeded();
        assertEquals("4", run.fact("open"), run::toString);
        assertEquals("4 to 4", run.fact("then"), run::toString);
    }

    /** Minimums that need more than that: nothing is opened only to be closed again. */
    @Test
    void minimumsOfAllPoolsOfServerKeepWithinItsLimit() {
        Run run =
                program(4, 1, 4, 3_500).agent("pool.max=4", "pool.min=3").run().succeeded();
        assertEquals("4", run.fact("open"), run::toString);
        assertEquals("4 to 4", run.fact("then"), run::toString);
        assertFalse(run.agentLines("pool.min=3 is not kept: ").isEmpty(), run::toString);
    }

    /** Four pools of one server together keep no more than pool.max idle connections. */
    @Test
    void idleConnectionsAreCappedOverAllPoolsOfServer() {
        Run run = program(4, 5, 10, 300).agent().run().succeeded();
        assertEquals("10", run.fact("open"), run::toString);
    }

    private static ForkedJvm program(int names, int atOnce, int expected, int watchMillis) {
        DatabaseServer server = Servers.postgres();
        return ForkedJvm.running(
                        LeftOpen.class,
                        server.jdbcUrl(),
                        server.user(),
                        server.password(),
                        server.adminUser(),
                        server.adminPassword(),
                        "left-open-" + System.nanoTime() + "-",
                        String.valueOf(names),
                        String.valueOf(atOnce),
                        String.valueOf(expected),
                        String.valueOf(watchMillis))
                .with(Libraries.POSTGRES);
    }
}
