package legacy.standin.sqlserver;

import java.util.Properties;
import legacy.standin.ServerSession;
import legacy.standin.StandInConnection;
import legacy.standin.StandInDriver;

/** The driver for {@code jdbc:sqlserver:}. */
public final class StandInSqlServerDriver extends StandInDriver {
    static {
        register(new StandInSqlServerDriver());
    }

    public StandInSqlServerDriver() {
        super(SqlServerProduct.INSTANCE, "jdbc:sqlserver:");
    }

    @Override
    protected StandInConnection newConnection(ServerSession session, String url, Properties info) {
        return new MsConnection(session, url);
    }
}
