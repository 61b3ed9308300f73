package legacy.pools;

import java.util.Map;
import javax.sql.DataSource;
import legacy.Account;
import org.h2.jdbcx.JdbcConnectionPool;
import org.mariadb.jdbc.MariaDbPoolDataSource;

/** The pools that drivers bring. */
final class Vendors {
    private Vendors() {}

    static void addTo(Map<String, OwnPool> pools, String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            pools.put("PGPoolingDataSource", Vendors::postgres);
        } else if (url.startsWith("jdbc:h2:")) {
            pools.put("JdbcConnectionPool", account -> {
                JdbcConnectionPool pool = JdbcConnectionPool.create(account.url, account.user, account.password);
                pool.setMaxConnections(OwnPool.SIZE);
                return pool;
            });
        } else if (url.startsWith("jdbc:mariadb:")) {
            pools.put("MariaDbPoolDataSource", account -> {
                MariaDbPoolDataSource pool =
                        new MariaDbPoolDataSource(account.plus("maxPoolSize", "" + OwnPool.SIZE).url);
                pool.setUser(account.user);
                pool.setPassword(account.password);
                return pool;
            });
        }
    }

    @SuppressWarnings("deprecation")
    private static DataSource postgres(Account account) {
        org.postgresql.ds.PGPoolingDataSource pool = new org.postgresql.ds.PGPoolingDataSource();
        pool.setUrl(account.url);
        pool.setUser(account.user);
        pool.setPassword(account.password);
        pool.setMaxConnections(OwnPool.SIZE);
        return pool;
    }
}
