package legacy.standin.db2;

import java.util.Properties;
import legacy.standin.Product;
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

    /** The product behind it. */
    public static Product product() {
        return Db2Product.INSTANCE;
    }

    @Override
    protected StandInConnection newConnection(ServerSession session, String url, Properties info) {
        return new T4b(session, url);
    }
}
