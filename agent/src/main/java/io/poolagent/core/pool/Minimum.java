package io.poolagent.core.pool;

import io.poolagent.core.jvm.AgentThreads;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@code pool.min} connections open, by a thread of the agent's. After one failure nothing is tried until a
 * connect of the application's has succeeded: accounts are locked by programs that try again and again.
 */
final class Minimum {
    private final @Nullable Connector filler;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean stopped;

    Minimum(@Nullable Connector filler) {
        this.filler = filler;
    }

    /** A connect of the application's succeeded. */
    void proceed() {
        if (stopped) {
            stopped = false;
        }
    }

    /**
     * Fills missing connections in the background, one run at a time.
     *
     * @param missing how many more there should be; asked again before each
     */
    void fill(Acquirer acquirer, IntSupplier missing) {
        Connector by = filler;
        int first = missing.getAsInt();
        if (by == null || first <= 0 || stopped || !running.compareAndSet(false, true)) {
            return;
        }
        AgentThreads.start("pool-agent-filler", () -> {
            try {
                for (int i = 0; i < first && !stopped && missing.getAsInt() > 0; i++) {
                    stopped = !acquirer.addIdle(by);
                }
            } finally {
                running.set(false);
            }
        });
    }
}
