package legacy.pools;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.management.ObjectName;
import javax.sql.DataSource;
import legacy.Account;
import legacy.Session;

/**
 * Two web applications in one JVM, each with a HikariCP of its own version, and beside them code that pools nothing.
 * Prints what each of them sees of its library: classes, MBeans, threads. Arguments: URL, user, password, and the jars of
 * each application, separated as in a class path.
 */
public final class WebApplications {
    private WebApplications() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        account.connect().close(); // before other loaders' drivers are there
        List<DataSource> pools = new ArrayList<>();
        for (int i = 3; i < arguments.length; i++) {
            pools.add(deploy("application-" + (i - 2), arguments[i], account));
        }
        for (int round = 0; round < 20; round++) {
            for (DataSource each : pools) {
                try (Connection connection = each.getConnection()) {
                    Session.first(connection, "SELECT 1");
                }
            }
            try (Connection connection = account.connect()) {
                Session.first(connection, "SELECT 1");
            }
        }
        System.out.println("beans="
                + ManagementFactory.getPlatformMBeanServer()
                        .queryNames(new ObjectName("com.zaxxer.hikari:*"), null)
                        .stream()
                        .map(ObjectName::toString)
                        .sorted()
                        .collect(java.util.stream.Collectors.toList()));
        // HikariCP's adders come and go: its housekeepers stay.
        TreeSet<String> threads = new TreeSet<>();
        for (Thread each : Thread.getAllStackTraces().keySet()) {
            if (each.getName().startsWith("application-") && each.getName().endsWith("housekeeper")) {
                threads.add(each.getName());
            }
        }
        System.out.println("threads=" + threads);
        for (DataSource each : pools) {
            System.out.println("loader=" + (each.getClass().getClassLoader() instanceof URLClassLoader) + " "
                    + each.getClass()
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .getPath()
                            .replaceAll(".*/", "")
                    + " closes=" + close(each));
        }
    }

    private static DataSource deploy(String name, String jars, Account account) throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String jar : jars.split(File.pathSeparator)) {
            urls.add(new File(jar).toURI().toURL());
        }
        ClassLoader loader = new URLClassLoader(urls.toArray(new URL[0]), DataSource.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        Class<?> type = Class.forName("com.zaxxer.hikari.HikariConfig", true, loader);
        Object config = type.getConstructor().newInstance();
        type.getMethod("setPoolName", String.class).invoke(config, name);
        type.getMethod("setRegisterMbeans", boolean.class).invoke(config, true);
        type.getMethod("setJdbcUrl", String.class).invoke(config, account.url);
        type.getMethod("setUsername", String.class).invoke(config, account.user);
        type.getMethod("setPassword", String.class).invoke(config, account.password);
        type.getMethod("setDriverClassName", String.class).invoke(config, "org.postgresql.Driver");
        type.getMethod("setMaximumPoolSize", int.class).invoke(config, OwnPool.SIZE);
        return Class.forName("com.zaxxer.hikari.HikariDataSource", true, loader)
                .asSubclass(DataSource.class)
                .getConstructor(type)
                .newInstance(config);
    }

    private static String close(DataSource pool) {
        try {
            ((AutoCloseable) pool).close();
            return "well";
        } catch (Exception e) {
            return e.toString();
        }
    }
}
