package io.poolagent.it.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Libraries;
import io.poolagent.it.harness.Run;
import io.poolagent.it.harness.Servers;
import io.poolagent.sample.server.DatabaseServer;
import legacy.options.Exhausted;
import org.junit.jupiter.api.Test;

/** What happens to the next one where all connections of a pool are in use. */
class ExhaustedIT {
    private static final String FAILURE = "java.sql.SQLTransientConnectionException ";

    @Test
    void connectsDirectlyByDefault() {
        Run run = program(3).agent("pool.max=3").run().succeeded();
        assertEquals("3", run.fact("held"));
        assertEquals("connected, autocommit true", run.fact("outcome"));
        assertTrue(run.number("millis") < 2_000, run::toString);
    }

    @Test
    void failsAndNamesEveryHolder() {
        Run run = program(3).agent("pool.max=3", "pool.overflow=fail").run().succeeded();
        assertTrue(run.fact("outcome").startsWith(FAILURE), run::toString);
        assertNamesHolders(run, 3);
        assertTrue(run.number("millis") < 2_000, run::toString);
    }

    @Test
    void waitsUntilAnotherCloses() {
        Run run = program(3)
                .arguments("release")
                .agent("pool.max=3", "pool.overflow=wait")
                .run()
                .succeeded();
        assertEquals("true", run.fact("waits"), run::toString);
        assertEquals("connected, autocommit true", run.fact("outcome"), run::toString);
    }

    @Test
    void waitsOnlySoLong() {
        Run run = program(3)
                .agent("pool.max=3", "pool.overflow=wait", "pool.acquire-timeout=4s")
                .run()
                .succeeded();
        assertTrue(run.fact("outcome").startsWith(FAILURE), run::toString);
        assertNamesHolders(run, 3);
        assertTrue(run.number("millis") >= 4_000 && run.number("millis") < 9_000, run::toString);
        assertEquals(1, run.agentLines("are in use, acquires wait for them").size(), "before it is refused: " + run);
    }

    /** Two more than the pool are held; the next one waits, as the option says. */
    @Test
    void overflowIsCapped() {
        Run run = program(5)
                .agent("pool.max=3", "pool.overflow-max=2", "pool.acquire-timeout=500ms")
                .run()
                .succeeded();
        assertEquals("5", run.fact("held"), run::toString);
        assertTrue(run.fact("outcome").startsWith(FAILURE), run::toString);
        assertTrue(run.number("millis") >= 500, run::toString);
        assertNamesHolders(run, 5);
    }

    private static void assertNamesHolders(Run run, int holders) {
        for (int i = 1; i <= holders; i++) {
            String name = "holder-" + i;
            assertTrue(run.fact("message").contains(name), () -> name + " in the message of " + run);
        }
    }

    private static ForkedJvm program(int holders) {
        DatabaseServer server = Servers.postgres();
        return ForkedJvm.running(
                        Exhausted.class, server.jdbcUrl(), server.user(), server.password(), String.valueOf(holders))
                .with(Libraries.POSTGRES);
    }
}
