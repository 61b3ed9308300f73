package io.poolagent.core.leak;

/** What a report says about a lease. */
enum Finding {
    /** Held for long without being used, or its thread has ended. */
    SUSPECTED("SUSPECTED LEAK", "poolagent.leak.suspected"),
    /** Never closed, and its handle is garbage. */
    PROVEN("PROVEN LEAK", "poolagent.leak.proven"),
    /** Held for longer than is allowed, and taken away for that, used or not. */
    ABANDONED("ABANDONED", "poolagent.lease.abandoned");

    /** How a text begins. */
    final String heading;
    /** The kind of event, as of notifications. */
    final String event;

    Finding(String heading, String event) {
        this.heading = heading;
        this.event = event;
    }

    /** In lower case, for JSON. */
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
