package legacy.standin.db2;

import java.sql.SQLNonTransientConnectionException;

/** As {@code com.ibm.db2.jcc.am.SqlNonTransientConnectionException}. */
public final class DbClosedException extends SQLNonTransientConnectionException {
    DbClosedException(String message) {
        super(message, "08003", -4470);
    }
}
