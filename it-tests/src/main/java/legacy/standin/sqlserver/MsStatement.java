package legacy.standin.sqlserver;

import java.sql.ResultSet;
import java.sql.SQLException;
import legacy.standin.StandInStatement;

/** A statement of a public class whose methods are final, as those of {@code SQLServerStatement} are. */
public class MsStatement extends StandInStatement {
    private String responseBuffering = "adaptive";

    MsStatement(MsConnection connection) {
        super(connection);
    }

    @Override
    public final boolean execute(String sql) throws SQLException {
        return super.execute(sql);
    }

    @Override
    public final ResultSet executeQuery(String sql) throws SQLException {
        return super.executeQuery(sql);
    }

    @Override
    public final int executeUpdate(String sql) throws SQLException {
        return super.executeUpdate(sql);
    }

    /** Of the vendor's own. */
    public final void setResponseBuffering(String value) throws SQLException {
        check();
        responseBuffering = value;
    }

    /** Of the vendor's own. */
    public final String getResponseBuffering() throws SQLException {
        check();
        return responseBuffering;
    }
}
