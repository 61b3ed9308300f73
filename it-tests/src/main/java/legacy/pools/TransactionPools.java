package legacy.pools;

import static legacy.pools.OlderLibraries.call;
import static legacy.pools.OlderLibraries.make;
import static legacy.pools.OlderLibraries.set;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Pools over XA data sources, as transaction managers bring them, without a transaction: found by name, as their jars are
 * on some class paths only. No journal is written.
 */
final class TransactionPools {
    private static final String XA = "org.postgresql.xa.PGXADataSource";

    /** It warns of each connection without a transaction. */
    private static final Logger ATOMIKOS = Logger.getLogger("com.atomikos");

    private TransactionPools() {}

    static void addTo(Map<String, OwnPool> pools) {
        pools.put("Atomikos", account -> {
            ATOMIKOS.setLevel(Level.OFF);
            System.setProperty("com.atomikos.icatch.enable_logging", "false");
            Object source = make(XA);
            set(source, "setUrl", account.url, "setUser", account.user, "setPassword", account.password);
            Object pool = make("com.atomikos.jdbc.AtomikosDataSourceBean");
            set(pool, "setUniqueResourceName", "atomikos", "setXaDataSource", source);
            return (DataSource) set(pool, "setMinPoolSize", 1, "setMaxPoolSize", OwnPool.SIZE);
        });
        pools.put("Bitronix", account -> {
            Object configuration = Class.forName("bitronix.tm.TransactionManagerServices")
                    .getMethod("getConfiguration")
                    .invoke(null);
            set(configuration, "setJournal", "null", "setServerId", "it-tests");
            Object pool = make("bitronix.tm.resource.jdbc.PoolingDataSource");
            set(pool, "setClassName", XA, "setUniqueName", "bitronix", "setAllowLocalTransactions", true);
            set(pool, "setMinPoolSize", 1, "setMaxPoolSize", OwnPool.SIZE);
            Properties properties = (Properties) call(pool, "getDriverProperties");
            properties.setProperty("url", account.url);
            properties.setProperty("user", account.user);
            properties.setProperty("password", account.password);
            call(pool, "init");
            return (DataSource) pool;
        });
        pools.put("Agroal over XA", account -> {
            Map<String, String> settings = new HashMap<>();
            settings.put("providerClassName", XA);
            return OlderLibraries.agroal(account, settings);
        });
    }
}
