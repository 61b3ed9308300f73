package io.poolagent.core.pool;

import org.jspecify.annotations.Nullable;

/** Makes a physical connection by the application's own call: its driver, its thread, its arguments. */
public interface Connector {
    /**
     * Connects, once.
     *
     * @return what the driver returned; null is possible
     * @throws Throwable what the driver threw
     */
    @Nullable
    Object connect() throws Throwable;
}
