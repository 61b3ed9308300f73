package legacy.standin.db2;

import java.util.Properties;
import legacy.standin.ServerSession;
import legacy.standin.StandInConnection;
import legacy.standin.StandInDriver;

/** The driver for {@code jdbc:db2:}. */
public final class StandInDb2Driver extends StandInDriver {
    static {
        register(new StandInDb2Driver());
    }

    public StandInDb2Driver() {
        super(Db2Product.INSTANCE, "jdbc:db2:");
    }

    @Override
    protected StandInConnection newConnection(ServerSession session, String url, Properties info) {
        return new T4b(session, url);
    }
}
