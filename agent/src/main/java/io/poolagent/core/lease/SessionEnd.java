package io.poolagent.core.lease;

import java.util.Locale;

/** What had to be done at a release so that the next lease finds a fresh session. */
public enum SessionEnd {
    /** An open transaction was ended. */
    TRANSACTION(0),
    /** JDBC's attributes were set back. */
    ATTRIBUTES(1),
    /** The server's session was reset by the database's own means. */
    SERVER(2),
    /** The connection was closed, since it could not be made fresh. */
    CLOSED(3);

    /** How many there are. */
    public static final int COUNT = 4;

    private final int index;

    SessionEnd(int index) {
        this.index = index;
    }

    /** From 0 on, for arrays of numbers. */
    public int index() {
        return index;
    }

    /** As metrics and JSON name it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
