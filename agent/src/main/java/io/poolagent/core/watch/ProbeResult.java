package io.poolagent.core.watch;

import org.jspecify.annotations.Nullable;

/** What a test of a pool's database found. Immutable. */
public final class ProbeResult {
    private final @Nullable Boolean connected;
    private final double millis;
    private final @Nullable String version;
    private final @Nullable String error;

    /**
     * @param connected null where it was not tested
     * @param error why not, or what failed: a class and an SQLState, never a driver's message
     */
    ProbeResult(@Nullable Boolean connected, double millis, @Nullable String version, @Nullable String error) {
        this.connected = connected;
        this.millis = millis;
        this.version = version;
        this.error = error;
    }

    /** Whether it answered; null where it could not be asked. */
    public @Nullable Boolean connected() {
        return connected;
    }

    /** Whether it did not answer. */
    public boolean isFailed() {
        return Boolean.FALSE.equals(connected);
    }

    /** How long the answer took, in milliseconds. */
    public double millis() {
        return millis;
    }

    /** The server's product and version; null where that is not known. */
    public @Nullable String version() {
        return version;
    }

    /** What failed, or why it was not asked; null where it answered. */
    public @Nullable String error() {
        return error;
    }
}
