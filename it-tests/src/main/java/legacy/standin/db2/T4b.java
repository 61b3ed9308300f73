package legacy.standin.db2;

import java.sql.SQLException;
import legacy.standin.ServerSession;

/** The driver's connection. */
public class T4b extends AmConnection {
    T4b(ServerSession session, String url) {
        super(session, url);
    }

    @Override
    public String getDB2Correlator() throws SQLException {
        check();
        return "127.0.0.1";
    }
}
