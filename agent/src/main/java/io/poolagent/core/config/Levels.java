package io.poolagent.core.config;

/** From which value on there is a warning, and from which an error. Immutable. */
public final class Levels {
    private final long warning;
    private final long error;

    Levels(long warning, long error) {
        this.warning = warning;
        this.error = error;
    }

    /** The least value that is worth a warning. */
    public long warning() {
        return warning;
    }

    /** The least value that is an error. */
    public long error() {
        return error;
    }
}
