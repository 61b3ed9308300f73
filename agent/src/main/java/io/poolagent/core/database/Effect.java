package io.poolagent.core.database;

/** What a statement leaves behind in its session, in rising order: of several, the last one counts. */
public enum Effect {
    /** Nothing but a transaction that JDBC knows of. */
    NONE,
    /** What a reset of the session undoes, where the product has one. */
    UNDONE,
    /** What no reset undoes, or what nobody can tell: the session is not used again. */
    LASTING,
    /** As LASTING, and what other sessions keep of the database's structure may be wrong now. */
    SCHEMA;

    /** The stronger of two. */
    public Effect and(Effect other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
