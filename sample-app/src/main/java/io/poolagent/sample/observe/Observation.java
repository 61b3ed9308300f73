package io.poolagent.sample.observe;

/** What a server saw of the application between two moments. Immutable. */
public final class Observation {

    /** Stands for a number that the server cannot tell. */
    public static final long UNKNOWN = -1;

    /** What is known where nobody can be asked. */
    public static final Observation NOTHING = new Observation(UNKNOWN, UNKNOWN, UNKNOWN);

    private final long opened;
    private final long peak;
    private final long open;

    /** Numbers of connections, or {@link #UNKNOWN}. */
    public Observation(long opened, long peak, long open) {
        this.opened = opened;
        this.peak = peak;
        this.open = open;
    }

    /** Connections that were opened, or {@link #UNKNOWN}. */
    public long opened() {
        return opened;
    }

    /** The most that were open at once, or {@link #UNKNOWN}. */
    public long peak() {
        return peak;
    }

    /** Those open at the end, or {@link #UNKNOWN}. */
    public long open() {
        return open;
    }
}
