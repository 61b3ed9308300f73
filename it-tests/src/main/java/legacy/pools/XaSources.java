package legacy.pools;

import com.mysql.cj.jdbc.MysqlConnectionPoolDataSource;
import com.mysql.cj.jdbc.MysqlXADataSource;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.PooledConnection;
import legacy.Account;
import legacy.Session;
import org.h2.jdbcx.JdbcDataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.xa.PGXADataSource;

/** Asks for connections of the kinds that somebody else pools or enlists. Arguments: URL, user, password. */
public final class XaSources {
    private static final int REQUESTS = 3;

    private XaSources() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        Map<String, Callable<PooledConnection>> sources = new LinkedHashMap<>();
        if (account.url.startsWith("jdbc:postgresql:")) {
            Postgres.addTo(sources, account);
        } else if (account.url.startsWith("jdbc:h2:")) {
            H2.addTo(sources, account);
        } else if (account.url.startsWith("jdbc:mariadb:")) {
            MariaDb.addTo(sources, account);
        } else {
            MySql.addTo(sources, account);
        }
        for (Map.Entry<String, Callable<PooledConnection>> source : sources.entrySet()) {
            Set<String> sessions = new LinkedHashSet<>();
            Set<String> types = new LinkedHashSet<>();
            for (int i = 0; i < REQUESTS; i++) {
                PooledConnection pooled = source.getValue().call();
                Connection connection = pooled.getConnection();
                sessions.add(Session.id(connection, account.url));
                types.add(pooled.getClass().getName() + "/" + type(connection));
                connection.close();
                pooled.close();
            }
            System.out.println(source.getKey() + "=" + sessions.size() + " sessions, " + types);
        }
    }

    private static String type(Connection connection) throws SQLException {
        String outer = Proxy.isProxyClass(connection.getClass())
                ? "a proxy"
                : connection.getClass().getName();
        return outer + "/" + connection.getMetaData().getURL().replaceAll("[?;].*", "");
    }

    private static final class Postgres {
        static void addTo(Map<String, Callable<PooledConnection>> sources, Account account) {
            sources.put("PGXADataSource", () -> {
                PGXADataSource source = new PGXADataSource();
                source.setUrl(account.url);
                return source.getXAConnection(account.user, account.password);
            });
            sources.put("PGConnectionPoolDataSource", () -> {
                PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
                source.setUrl(account.url);
                return source.getPooledConnection(account.user, account.password);
            });
        }
    }

    private static final class H2 {
        static void addTo(Map<String, Callable<PooledConnection>> sources, Account account) {
            sources.put("JdbcDataSource as XADataSource", () -> source(account).getXAConnection());
            sources.put(
                    "JdbcDataSource as ConnectionPoolDataSource",
                    () -> source(account).getPooledConnection());
        }

        private static JdbcDataSource source(Account account) {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL(account.url);
            source.setUser(account.user);
            source.setPassword(account.password);
            return source;
        }
    }

    private static final class MariaDb {
        static void addTo(Map<String, Callable<PooledConnection>> sources, Account account) {
            sources.put(
                    "MariaDbDataSource as XADataSource",
                    () -> new MariaDbDataSource(account.url).getXAConnection(account.user, account.password));
            sources.put(
                    "MariaDbDataSource as ConnectionPoolDataSource",
                    () -> new MariaDbDataSource(account.url).getPooledConnection(account.user, account.password));
        }
    }

    private static final class MySql {
        static void addTo(Map<String, Callable<PooledConnection>> sources, Account account) {
            sources.put("MysqlXADataSource", () -> {
                MysqlXADataSource source = new MysqlXADataSource();
                source.setURL(account.url);
                return source.getXAConnection(account.user, account.password);
            });
            sources.put("MysqlConnectionPoolDataSource", () -> {
                MysqlConnectionPoolDataSource source = new MysqlConnectionPoolDataSource();
                source.setURL(account.url);
                return source.getPooledConnection(account.user, account.password);
            });
        }
    }
}
