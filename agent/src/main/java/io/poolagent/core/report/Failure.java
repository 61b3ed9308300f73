package io.poolagent.core.report;

/** A failure that is remembered. Immutable; it holds nothing of the driver's, and no message, which may hold data. */
public final class Failure {
    private final String what;
    private final long millis;
    private final boolean outage;

    /** One that happens now. */
    public Failure(Throwable thrown) {
        this.what = Failures.what(thrown);
        this.outage = Failures.isOutage(thrown);
        this.millis = System.currentTimeMillis();
    }

    /** The class and the SQLState, if there is one. */
    public String what() {
        return what;
    }

    /** Whether, as the failure of a connect, it says that nobody answered. */
    public boolean isOutage() {
        return outage;
    }

    /** When it was, as ISO 8601 in UTC. */
    public String time() {
        return Instants.text(millis);
    }

    /** Whether it was within so many milliseconds before now. */
    public boolean isWithin(long wanted) {
        return System.currentTimeMillis() - millis < wanted;
    }
}
