package legacy.pools;

import static legacy.pools.OlderLibraries.call;
import static legacy.pools.OlderLibraries.make;
import static legacy.pools.OlderLibraries.set;

import java.lang.reflect.Method;
import java.sql.DriverManager;
import java.util.Map;
import javax.sql.DataSource;

/** The pools of containers, put together without the container: found by name, as their jars are on some class paths only. */
final class Containers {
    private Containers() {}

    static void addTo(Map<String, OwnPool> pools) {
        pools.put("Tomcat DBCP", account -> {
            Object pool = make("org.apache.tomcat.dbcp.dbcp2.BasicDataSource");
            set(pool, "setUrl", account.url, "setUsername", account.user, "setPassword", account.password);
            return (DataSource) set(pool, "setMaxTotal", OwnPool.SIZE);
        });
        pools.put("IronJacamar", account -> {
            Object factory = make("org.jboss.jca.adapters.jdbc.local.LocalManagedConnectionFactory");
            String driver = DriverManager.getDriver(account.url).getClass().getName();
            set(factory, "setDriverClass", driver, "setConnectionURL", account.url);
            call(factory, "setResourceAdapter", make("org.jboss.jca.adapters.jdbc.JDBCResourceAdapter"));
            set(factory, "setUserName", account.user, "setPassword", account.password);
            Object settings = make("org.jboss.jca.core.api.connectionmanager.pool.PoolConfiguration");
            set(settings, "setMinSize", 0, "setMaxSize", OwnPool.SIZE);
            Object pool = create(
                    "org.jboss.jca.core.connectionmanager.pool.api.PoolFactory",
                    "create",
                    constant("org.jboss.jca.core.connectionmanager.pool.api.PoolStrategy", "ONE_POOL"),
                    factory,
                    settings,
                    false,
                    true,
                    "org.jboss.jca.core.connectionmanager.pool.mcp."
                            + "SemaphoreConcurrentLinkedDequeManagedConnectionPool");
            set(pool, "setName", "jacamar");
            Object manager = create(
                    "org.jboss.jca.core.connectionmanager.ConnectionManagerFactory",
                    "createNonTransactional",
                    constant("javax.resource.spi.TransactionSupport$TransactionSupportLevel", "NoTransaction"),
                    pool,
                    null,
                    null,
                    false,
                    null,
                    true,
                    true,
                    false,
                    null,
                    constant("org.jboss.jca.common.api.metadata.common.FlushStrategy", "FAILING_CONNECTION_ONLY"),
                    null,
                    null);
            return (DataSource) call(factory, "createConnectionFactory", manager);
        });
    }

    private static Object constant(String type, String name) throws Exception {
        return Class.forName(type).getField(name).get(null);
    }

    /** Calls the method of that name with most parameters: arguments may be null. */
    private static Object create(String factory, String name, Object... arguments) throws Exception {
        Object on = make(factory);
        for (Method each : on.getClass().getMethods()) {
            if (each.getName().equals(name) && each.getParameterCount() == arguments.length) {
                return each.invoke(on, arguments);
            }
        }
        throw new NoSuchMethodException(factory + "." + name);
    }
}
