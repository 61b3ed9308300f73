package legacy.standin.oracle;

import java.util.Properties;
import legacy.standin.Product;
import legacy.standin.ServerSession;
import legacy.standin.StandInConnection;
import legacy.standin.StandInDriver;

/** The driver for {@code jdbc:oracle:thin:}. */
public final class StandInOracleDriver extends StandInDriver {
    static {
        register(new StandInOracleDriver());
    }

    public StandInOracleDriver() {
        super(OracleProduct.INSTANCE, "jdbc:oracle:thin:");
    }

    /** "JDBC Developer's Guide": a role is asked for by internal_logon, or behind the user's name. */
    @Override
    protected boolean mayLogIn(String user, String password) {
        return super.mayLogIn(user.replace(" as sysdba", "").replace("sys", Product.USER), password);
    }

    @Override
    protected StandInConnection newConnection(ServerSession session, String url, Properties info) {
        return new T4Connection(session, url);
    }
}
