package io.poolagent.core.lease;

import io.poolagent.core.database.Effect;
import io.poolagent.core.database.SessionReset;
import org.jspecify.annotations.Nullable;

/** What becomes of a session at release; the values of the option {@code session.reset}. */
public enum ResetPolicy {
    /** A session is reset where statements left something behind that a reset undoes, closed where it can not. */
    AUTO,
    /** Every session is reset, or closed where the product has no reset or it can not undo what was done. */
    ALWAYS,
    /** Sessions are used again as they are, but for transactions and JDBC attributes. */
    NEVER,
    /** A session in which statements left anything behind is closed. */
    CLOSE;

    /** Whether the session can be used again. */
    boolean reuses(Effect left, @Nullable SessionReset reset) {
        boolean works = reset != null && reset.works();
        switch (this) {
            case AUTO:
                return left == Effect.NONE || left == Effect.UNDONE && works;
            case ALWAYS:
                return left.compareTo(Effect.UNDONE) <= 0 && works;
            case NEVER:
                return true;
            default:
                return left == Effect.NONE;
        }
    }

    /** Whether the session is reset before it is used again. */
    boolean resets(Effect left) {
        return this == ALWAYS || this == AUTO && left == Effect.UNDONE;
    }
}
