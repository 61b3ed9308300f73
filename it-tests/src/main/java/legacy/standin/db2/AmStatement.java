package legacy.standin.db2;

import java.sql.SQLException;
import legacy.standin.StandInStatement;

/** As {@code com.ibm.db2.jcc.am.Statement}. */
public class AmStatement extends StandInStatement {
    AmStatement(AmConnection connection) {
        super(connection);
    }

    /** Of the vendor's own. */
    public int getIDSSerial() throws SQLException {
        check();
        return 0;
    }
}
