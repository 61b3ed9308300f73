package legacy.standin.sqlserver;

import java.sql.SQLException;

/** The driver's only class of exceptions, as {@code SQLServerException}. */
public final class MsException extends SQLException {
    MsException(String message, String state, int code) {
        super(message, state, code);
    }
}
