package legacy.pools;

import com.p6spy.engine.spy.P6DataSource;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.TabularData;
import javax.sql.DataSource;
import legacy.Account;
import legacy.Pause;
import legacy.PlainSource;
import legacy.Session;
import net.ttddyy.dsproxy.support.ProxyDataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Data sources around data sources, over the application's own pool and over none. Prints for each what its use looks
 * like from outside: how many acquires two connections were, how many leases are open then, and after their close.
 * Arguments: URL, user, password, and anything more to wait for the beans at first.
 */
public final class Wrapped {
    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

    private Wrapped() {}

    /** Puts a data source around another. */
    private interface Wrapper {
        DataSource around(DataSource inner);
    }

    public static void main(String[] arguments) throws Exception {
        System.setProperty("p6spy.config.appender", "com.p6spy.engine.spy.appender.StdoutLogger");
        System.setProperty(
                "p6spy.config.excludecategories", "info,debug,result,resultset,batch,statement,commit,rollback,error");
        Account account = Account.of(arguments);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(account.url);
        config.setUsername(account.user);
        config.setPassword(account.password);
        config.setMaximumPoolSize(OwnPool.SIZE);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            pool.getConnection().close();
            DataSource none = new DriverManagerDataSource(account.url, account.user, account.password);
            none.getConnection().close();
            if (arguments.length > 3) {
                Pause.until(10_000, () -> isWatched("ForeignPool") && isWatched("Pool"));
            }
            for (Map.Entry<String, Wrapper> each : wrappers().entrySet()) {
                use(
                        each.getKey() + " over a pool",
                        "ForeignPool",
                        each.getValue().around(pool));
                use(each.getKey() + " over none", "Pool", each.getValue().around(none));
            }
        }
        String spied = account.url.replace("jdbc:", "jdbc:p6spy:");
        use("p6spy's driver", "Pool", new DriverManagerDataSource(spied, account.user, account.password));
    }

    private static Map<String, Wrapper> wrappers() {
        Map<String, Wrapper> wrappers = new LinkedHashMap<>();
        wrappers.put("p6spy", P6DataSource::new);
        wrappers.put("datasource-proxy", ProxyDataSource::new);
        wrappers.put("TransactionAware", TransactionAwareDataSourceProxy::new);
        wrappers.put("Lazy", inner -> {
            LazyConnectionDataSourceProxy lazy = new LazyConnectionDataSourceProxy();
            lazy.setTargetDataSource(inner);
            lazy.setDefaultAutoCommit(true);
            lazy.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            lazy.afterPropertiesSet();
            return lazy;
        });
        wrappers.put("Delegating", DelegatingDataSource::new);
        wrappers.put(
                "Routing",
                inner ->
                        new AbstractDataSource() { // as Spring's AbstractRoutingDataSource, which needs all of Spring
                            @Override
                            public Connection getConnection() throws SQLException {
                                return inner.getConnection();
                            }

                            @Override
                            public Connection getConnection(String user, String password) throws SQLException {
                                return inner.getConnection(user, password);
                            }
                        });
        wrappers.put("found by a name", ByName::new);
        wrappers.put(
                "all of them",
                inner -> new TransactionAwareDataSourceProxy(
                        new ProxyDataSource(new DelegatingDataSource(new P6DataSource(inner)))));
        return wrappers;
    }

    /** All that it has is a name, which everybody can read. */
    private static final class ByName extends PlainSource {
        private static final Map<String, DataSource> REGISTRY = new LinkedHashMap<>();
        private final String name;

        ByName(DataSource inner) {
            this.name = "source-" + REGISTRY.size();
            REGISTRY.put(name, inner);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return REGISTRY.get(name).getConnection();
        }
    }

    private static void use(String name, String type, DataSource source) throws Exception {
        long before = sum(type, false);
        try (Connection one = source.getConnection();
                Connection other = source.getConnection()) {
            System.out.println(name + " sessions=" + (session(one).equals(session(other)) ? "the same" : "two"));
            System.out.println(name + " held="
                    + (!isWatched(type)
                            ? "unwatched"
                            : sum(type, false) - before + " acquires, " + sum(type, true) + " leases"));
        }
        System.out.println(name + " closed=" + sum(type, true) + " leases");
    }

    private static boolean isWatched(String type) throws JMException {
        return !SERVER.queryNames(new ObjectName("io.poolagent:type=" + type + ",*"), null)
                .isEmpty();
    }

    private static String session(Connection connection) throws SQLException {
        return Session.first(connection, "SELECT pg_backend_pid()");
    }

    private static long sum(String type, boolean leases) throws JMException {
        long sum = 0;
        for (ObjectName each : SERVER.queryNames(new ObjectName("io.poolagent:type=" + type + ",*"), null)) {
            if (leases) {
                sum += ((TabularData) SERVER.getAttribute(each, "Leases")).size();
            } else {
                sum += (Long) SERVER.getAttribute(each, "Acquires");
            }
        }
        return sum;
    }
}
