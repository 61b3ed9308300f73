package io.poolagent.core.foreign;

/** What pools say of themselves. */
public enum Figure {
    /** Connections that are handed out. */
    ACTIVE,
    /** Connections that wait for an acquire. */
    IDLE,
    /** Connections there are. */
    TOTAL,
    /** Threads that wait for a connection. */
    WAITING,
    /** The least connections that are kept. */
    MIN,
    /** The most connections. */
    MAX,
    /** The most connections that are kept while they wait for an acquire. */
    MAX_IDLE
}
