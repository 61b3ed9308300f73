package legacy.pools;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import legacy.Account;
import legacy.Session;

/**
 * Takes all connections of an own pool, a few times over, and prints how many sessions it met, how many the server had,
 * and of which classes the connections were. Each pool has a user for itself, so that the server can tell. Arguments:
 * URL, the beginning of the users' names, password, and what {@link OwnPool#addTo} takes.
 */
public final class ForeignPools {
    private static final int ROUNDS = 4;

    private ForeignPools() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, OwnPool> pools = new LinkedHashMap<>();
        OwnPool.addTo(pools, arguments);
        int number = 0;
        for (Map.Entry<String, OwnPool> pool : pools.entrySet()) {
            Account account = new Account(arguments[0], arguments[1] + number++, arguments[2]);
            System.out.println(pool.getKey() + "=" + use(pool.getValue().make(account), account));
        }
        System.exit(0); // some of these pools keep threads that are no daemons
    }

    private static String use(DataSource pool, Account account) throws Exception {
        Set<String> sessions = new LinkedHashSet<>();
        Set<String> types = new LinkedHashSet<>();
        String atServer = "";
        for (int round = 0; round < ROUNDS; round++) {
            List<Connection> held = new ArrayList<>();
            for (int i = 0; i < OwnPool.SIZE; i++) {
                held.add(pool.getConnection());
            }
            for (Connection connection : held) {
                sessions.add(Session.id(connection, account.url));
                types.add(type(connection) + "/" + type(connection.getMetaData().getConnection()));
            }
            atServer = Session.first(held.get(0), count(account.url));
            for (Connection connection : held) {
                connection.close();
            }
        }
        if (pool instanceof AutoCloseable) {
            ((AutoCloseable) pool).close();
        }
        return sessions.size() + " sessions, " + atServer + " at the server, " + types;
    }

    private static String type(Connection connection) {
        // Proxool names its classes by the first of the interfaces in a set
        return Proxy.isProxyClass(connection.getClass())
                        || connection.getClass().getName().contains("$$Enhancer")
                ? "a proxy"
                : connection.getClass().getName();
    }

    static String count(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return "SELECT count(*) FROM pg_stat_activity WHERE usename = current_user";
        }
        if (url.startsWith("jdbc:h2:")) {
            return "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS WHERE USER_NAME = CURRENT_USER";
        }
        return "SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE USER = SUBSTRING_INDEX(USER(), '@', 1)";
    }
}
