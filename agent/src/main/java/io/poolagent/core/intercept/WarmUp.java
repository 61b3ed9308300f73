package io.poolagent.core.intercept;

import io.poolagent.core.jvm.AgentThreads;
import io.poolagent.core.pool.PoolWarmUp;
import io.poolagent.core.report.HookErrors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Loads what the first acquire needs, in the background, as soon as a class of a Driver is loaded: an application that
 * loads a driver is about to connect.
 */
final class WarmUp {
    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private WarmUp() {}

    static void start() {
        if (STARTED.compareAndSet(false, true)) {
            AgentThreads.start("pool-agent-warm-up", () -> {
                try {
                    PoolWarmUp.run();
                    Class.forName(Hooks.class.getName());
                } catch (Throwable e) {
                    HookErrors.count("warming up", e);
                }
            });
        }
    }
}
