package io.poolagent.core.pool;

import org.jspecify.annotations.Nullable;

/** Carries what a driver threw, past everything that catches the agent's own failures. */
public final class PhysicalFailure extends RuntimeException {
    private final Throwable thrown;

    /** Wraps what was thrown. */
    public PhysicalFailure(Throwable thrown) {
        super("a driver's own exception", null, false, false);
        this.thrown = thrown;
    }

    /**
     * Connects.
     *
     * @throws PhysicalFailure with what the driver threw
     */
    public static @Nullable Object call(Connector connector) {
        try {
            return connector.connect();
        } catch (Throwable thrown) {
            throw new PhysicalFailure(thrown);
        }
    }

    /** What the driver threw, the very object. */
    public Throwable thrown() {
        return thrown;
    }
}
