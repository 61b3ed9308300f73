package io.poolagent.core.lease;

import java.util.function.Supplier;

/**
 * What leases of one slot, or all of those without a slot, did: how long they took to begin, lasted, and ran statements
 * for, and how their sessions ended.
 */
public final class LeaseStatistics {
    /** From asking for a connection to having it. */
    public final Times acquired;
    /** From acquire to release. */
    public final Times held;
    /** Statements that ran well. */
    public final Times statements;
    /** Statements that failed. */
    public final Times failures;

    private final long[] ends = new long[SessionEnd.COUNT];

    private LeaseStatistics(Supplier<Times> times) {
        acquired = times.get();
        held = times.get();
        statements = times.get();
        failures = times.get();
    }

    /** For one slot: only whoever has that writes it. */
    public static LeaseStatistics ofSlot() {
        return new LeaseStatistics(Times::new);
    }

    /** For leases that have no slot. */
    public static LeaseStatistics shared() {
        return new LeaseStatistics(Times.Shared::new);
    }

    /** A session came to an end. Only for a slot, by whoever has it. */
    void ended(SessionEnd how) {
        ends[how.index()]++;
    }

    /** How many sessions ended so. */
    public long ends(SessionEnd how) {
        return ends[how.index()];
    }

    /** The greatest of each begin anew. */
    public void forgetMax() {
        acquired.forgetMax();
        held.forgetMax();
        statements.forgetMax();
        failures.forgetMax();
    }
}
