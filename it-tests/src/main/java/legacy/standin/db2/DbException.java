package legacy.standin.db2;

import java.sql.SQLException;

/** As {@code com.ibm.db2.jcc.am.SqlException}. */
public final class DbException extends SQLException {
    DbException(String message, String state, int code) {
        super(message, state, code);
    }
}
