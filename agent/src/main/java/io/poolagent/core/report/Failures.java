package io.poolagent.core.report;

import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What may be said of a driver's failure where everybody reads it. */
public final class Failures {
    /** A five-letter code by the standard; what is longer may be anything. */
    private static final int LONGEST_STATE = 5;
    /** Causes may go round in a circle. */
    private static final int DEEPEST = 10;

    private Failures() {}

    /** The class and the SQLState, if there is one; never the message, which may hold data. */
    public static String what(Throwable thrown) {
        @Nullable String state = thrown instanceof SQLException ? ((SQLException) thrown).getSQLState() : null;
        String type = thrown.getClass().getName();
        return state == null || state.isEmpty() || state.length() > LONGEST_STATE ? type : type + " " + state;
    }

    /** Whether that text speaks of a refused login: the database is there. */
    public static boolean isRefusedLogin(String what) {
        return hasState(what, "28");
    }

    /** Whether the SQLState of a failed connect says that nobody answered, or that the server starts or stops. */
    private static boolean mayBeTriedAgain(String what) {
        return hasState(what, "08") && !hasState(what, "08004") || hasState(what, "57");
    }

    private static boolean hasState(String what, String start) {
        return what.startsWith(" " + start, Math.max(0, what.lastIndexOf(' ')));
    }

    /**
     * Whether nobody answered, as the SQLState or a failure of the network's tells: H2's driver, for one, has states of its own.
     * Such a connect may be tried again although nobody asked for it. Whatever else a server says it will say again:
     * accounts are locked for refused logins, which not all products report by class 28, and a server that is full is not to be
     * asked for one more connection.
     */
    public static boolean isOutage(Throwable connectFailed) {
        Throwable at = connectFailed;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (isRefusedLogin(what(at))) {
                return false;
            }
            if (at instanceof IOException || at instanceof SQLException && mayBeTriedAgain(what(at))) {
                return true;
            }
            at = at.getCause();
        }
        return false;
    }

    /** The failure of the database's that made something fail, perhaps itself, one with an SQLState first; null for none. */
    public static @Nullable SQLException ofDatabase(Throwable thrown) {
        SQLException first = null;
        Throwable at = thrown;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (at instanceof SQLException) {
                if (((SQLException) at).getSQLState() != null) {
                    return (SQLException) at;
                }
                first = first == null ? (SQLException) at : first;
            }
            at = at.getCause();
        }
        return first;
    }
}
