package io.poolagent.core.leak;

/** What was found out about a lease that is, or was, held for long. */
enum Verdict {
    /** Its thread has ended, a moment ago: somebody else may be about to use it. */
    ORPHANED,
    /** Held for long, but in use. */
    LONG_RUNNING,
    /** Held for long because it is meant to be. */
    MEANT,
    /** Held for long without being used, or its thread has ended. */
    SUSPECTED
}
