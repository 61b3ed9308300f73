package io.poolagent.core.report;

/** How severe a line of the log is, most severe first. */
public enum Level {
    /** Logs nothing. */
    OFF,
    /** Something of the agent's own failed. */
    ERROR,
    /** Somebody should look at it. */
    WARN,
    /** Once per start, pool or report. */
    INFO,
    /** For finding out why something is so. */
    DEBUG,
    /** Every acquire and release. */
    TRACE
}
