package io.poolagent.bench.program;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** Tells whether a measurement measures what it says. */
final class Handles {
    private Handles() {}

    /** Fails where the agent pools and should not, or should and does not. */
    static void check(@Nullable Connection connection, boolean expected) {
        boolean handle = connection != null && connection.getClass().getName().endsWith("$PoolAgent");
        if (handle != expected) {
            throw new IllegalStateException("a handle of the agent's was " + (expected ? "" : "not ") + "expected, but "
                    + (connection == null ? "nothing" : connection.getClass().getName()) + " came");
        }
    }
}
