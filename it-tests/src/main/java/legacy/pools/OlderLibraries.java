package legacy.pools;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import legacy.Account;
import legacy.PlainSource;

/** Pools whose jars are only on some class paths, because they do not go with the others: found by name. */
final class OlderLibraries {
    private OlderLibraries() {}

    static void addTo(Map<String, OwnPool> pools) {
        pools.put("DBCP", account -> {
            Object pool = make("org.apache.commons.dbcp.BasicDataSource");
            set(pool, "setUrl", account.url, "setUsername", account.user, "setPassword", account.password);
            return (DataSource) set(pool, "setMaxActive", OwnPool.SIZE);
        });
        pools.put("BoneCP", account -> {
            Object pool = make("com.jolbox.bonecp.BoneCPDataSource");
            set(pool, "setJdbcUrl", account.url, "setUsername", account.user, "setPassword", account.password);
            set(pool, "setPartitionCount", 1, "setMinConnectionsPerPartition", 1);
            return (DataSource) set(pool, "setMaxConnectionsPerPartition", OwnPool.SIZE);
        });
        pools.put("Vibur", account -> {
            Object pool = make("org.vibur.dbcp.ViburDBCPDataSource");
            set(pool, "setJdbcUrl", account.url, "setUsername", account.user, "setPassword", account.password);
            set(pool, "setPoolInitialSize", 1, "setPoolMaxSize", OwnPool.SIZE);
            return (DataSource) set(pool, "start");
        });
        pools.put("Agroal", account -> agroal(account, new HashMap<>()));
        pools.put("UCP", account -> {
            Object pool = Class.forName("oracle.ucp.jdbc.PoolDataSourceFactory")
                    .getMethod("getPoolDataSource")
                    .invoke(null);
            String driver = DriverManager.getDriver(account.url).getClass().getName();
            set(pool, "setConnectionFactoryClassName", driver, "setURL", account.url);
            set(pool, "setUser", account.user, "setPassword", account.password);
            return (DataSource) set(pool, "setMaxPoolSize", OwnPool.SIZE);
        });
        pools.put("Proxool", account -> {
            Class.forName("org.logicalcobwebs.proxool.ProxoolDriver");
            String driver = DriverManager.getDriver(account.url).getClass().getName();
            Properties settings = account.properties();
            settings.setProperty("proxool.maximum-connection-count", "" + OwnPool.SIZE);
            String url = "proxool.own:" + driver + ":" + account.url;
            return source(() -> DriverManager.getConnection(url, settings), null);
        });
        pools.put("Hibernate", account -> {
            Object builder = make("org.hibernate.boot.registry.StandardServiceRegistryBuilder");
            set(builder, "applySetting", "hibernate.connection.url", account.url);
            set(builder, "applySetting", "hibernate.connection.username", account.user);
            set(builder, "applySetting", "hibernate.connection.password", account.password);
            set(builder, "applySetting", "hibernate.connection.pool_size", "" + OwnPool.SIZE);
            set(builder, "applySetting", "hibernate.boot.allow_jdbc_metadata_access", "false");
            Class<?> role = Class.forName("org.hibernate.engine.jdbc.connections.spi.ConnectionProvider");
            Object provider = call(call(builder, "build"), "getService", role);
            Method give = provider.getClass().getMethod("getConnection");
            return source(() -> (Connection) give.invoke(provider), provider);
        });
    }

    /** HikariCP of whatever version is on the class path, in a package of somebody's. */
    static OwnPool hikari(String folder) {
        return account -> {
            Object config = make(folder + ".HikariConfig");
            set(config, "setJdbcUrl", account.url, "setUsername", account.user, "setPassword", account.password);
            set(config, "setMaximumPoolSize", OwnPool.SIZE);
            return Class.forName(folder + ".HikariDataSource")
                    .asSubclass(DataSource.class)
                    .getConstructor(config.getClass())
                    .newInstance(config);
        };
    }

    /** What gives a connection. */
    private interface Giver {
        Connection get() throws Exception;
    }

    /** A pool that is no DataSource, as one; where it takes connections back by a method of its own, close calls that. */
    private static DataSource source(Giver giver, Object takingBack) {
        return new PlainSource() {
            @Override
            public Connection getConnection() throws SQLException {
                try {
                    Connection given = giver.get();
                    return takingBack == null ? given : closing(given, takingBack);
                } catch (SQLException | RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new SQLException(e);
                }
            }
        };
    }

    private static Connection closing(Connection given, Object takingBack) {
        boolean[] closed = {false};
        return (Connection) Proxy.newProxyInstance(
                OlderLibraries.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("close")) {
                        return method.invoke(given, arguments);
                    }
                    if (!closed[0]) {
                        closed[0] = true;
                        takingBack
                                .getClass()
                                .getMethod("closeConnection", Connection.class)
                                .invoke(takingBack, given);
                    }
                    return null;
                });
    }

    /** @param settings what is to be set besides URL, login and size */
    static DataSource agroal(Account account, Map<String, String> settings) throws Exception {
        settings.put("jdbcUrl", account.url);
        settings.put("principal", account.user);
        settings.put("credential", account.password);
        settings.put("maxSize", "" + OwnPool.SIZE);
        Object reader = make("io.agroal.api.configuration.supplier.AgroalPropertiesReader");
        Object configuration = call(call(reader, "readProperties", settings), "get");
        Class<?> type = Class.forName("io.agroal.api.AgroalDataSource");
        Class<?> of = Class.forName("io.agroal.api.configuration.AgroalDataSourceConfiguration");
        Class<?> listeners = Class.forName("[Lio.agroal.api.AgroalDataSourceListener;");
        Object none = java.lang.reflect.Array.newInstance(listeners.getComponentType(), 0);
        return (DataSource) type.getMethod("from", of, listeners).invoke(null, configuration, none);
    }

    static Object make(String type) throws Exception {
        return Class.forName(type).getConstructor().newInstance();
    }

    /** Calls methods, each name followed by its arguments. */
    static Object set(Object on, Object... calls) throws Exception {
        for (int i = 0; i < calls.length; ) {
            String name = (String) calls[i++];
            int first = i;
            while (i < calls.length && !(calls[i] instanceof String && ((String) calls[i]).startsWith("set"))) {
                i++;
            }
            call(on, name, java.util.Arrays.copyOfRange(calls, first, i));
        }
        return on;
    }

    static Object call(Object on, String name, Object... arguments) throws Exception {
        for (Method each : on.getClass().getMethods()) {
            if (each.getName().equals(name)
                    && each.getParameterCount() == arguments.length
                    && !each.isBridge()
                    && fits(each.getParameterTypes(), arguments)) {
                try {
                    each.setAccessible(true);
                    return each.invoke(on, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
                }
            }
        }
        throw new NoSuchMethodException(on.getClass().getName() + "." + name);
    }

    private static boolean fits(Class<?>[] types, Object[] arguments) {
        for (int i = 0; i < types.length; i++) {
            boolean primitive = types[i] == int.class && arguments[i] instanceof Integer
                    || types[i] == boolean.class && arguments[i] instanceof Boolean;
            if (!primitive && arguments[i] != null && !types[i].isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }
}
