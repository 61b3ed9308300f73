package io.poolagent.core.report;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What may be said of a driver's failure where everybody reads it. */
public final class Failures {
    /** A five-letter code by the standard; what is longer may be anything. */
    private static final int LONGEST_STATE = 5;

    private Failures() {}

    /** The class and the SQLState, if there is one; never the message, which may hold data. */
    public static String what(Throwable thrown) {
        @Nullable String state = thrown instanceof SQLException ? ((SQLException) thrown).getSQLState() : null;
        String type = thrown.getClass().getName();
        return state == null || state.isEmpty() || state.length() > LONGEST_STATE ? type : type + " " + state;
    }
}
