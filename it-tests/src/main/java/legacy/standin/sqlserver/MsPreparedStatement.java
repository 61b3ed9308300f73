package legacy.standin.sqlserver;

import java.sql.SQLException;
import legacy.standin.StandInPrepared;

/** A prepared statement of a public class whose methods are final, as those of {@code SQLServerPreparedStatement} are. */
public class MsPreparedStatement extends StandInPrepared {
    MsPreparedStatement(MsConnection connection, String sql) {
        super(connection, sql);
    }

    @Override
    public final void setInt(int index, int value) throws SQLException {
        super.setInt(index, value);
    }

    @Override
    public final boolean execute() throws SQLException {
        return super.execute();
    }

    @Override
    public final int executeUpdate() throws SQLException {
        return super.executeUpdate();
    }

    /** Of the vendor's own. */
    public final String getPreparedHandle() throws SQLException {
        check();
        return "none yet";
    }
}
