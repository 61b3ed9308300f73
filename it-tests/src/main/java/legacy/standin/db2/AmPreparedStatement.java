package legacy.standin.db2;

import legacy.standin.StandInPrepared;

/** As {@code com.ibm.db2.jcc.am.PreparedStatement}. */
public class AmPreparedStatement extends StandInPrepared {
    AmPreparedStatement(AmConnection connection, String sql) {
        super(connection, sql);
    }
}
