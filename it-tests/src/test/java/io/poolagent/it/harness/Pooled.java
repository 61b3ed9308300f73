package io.poolagent.it.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.sample.server.DatabaseServer;
import legacy.Holding;

/** The shortest proof that an application is pooled, or not. */
public final class Pooled {
    private Pooled() {}

    /** A program that serves a few requests on PostgreSQL, one connection at a time. */
    public static ForkedJvm requests() {
        return requests(1);
    }

    /** A program that holds some connections of PostgreSQL at once, a few times over. */
    public static ForkedJvm requests(int atOnce) {
        DatabaseServer server = Servers.postgres();
        return ForkedJvm.running(
                        Holding.class, server.jdbcUrl(), server.user(), server.password(), String.valueOf(atOnce))
                .with(Libraries.POSTGRES);
    }

    /** Fails unless the program ended well and met no more sessions than it held at once. */
    public static Run assertPooled(Run run, int sessions) {
        run.succeeded();
        assertEquals(sessions, run.number("sessions"), () -> "sessions of the server's: " + run);
        assertTrue(run.fact("types").endsWith("$PoolAgent"), () -> "class of the connections: " + run);
        return run;
    }

    /** Fails unless the program ended well and each request got a session and the driver's own connection. */
    public static Run assertUnpooled(Run run, int atOnce) {
        run.succeeded();
        assertEquals((long) Holding.ROUNDS * atOnce, run.number("sessions"), () -> "sessions of the server's: " + run);
        assertFalse(run.fact("types").contains("$PoolAgent"), () -> "class of the connections: " + run);
        return run;
    }
}
