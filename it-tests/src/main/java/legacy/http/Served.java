package legacy.http;

import java.io.File;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.MBeanServerFactory;
import javax.sql.DataSource;
import legacy.Account;
import legacy.Pause;
import legacy.Session;
import legacy.net.Relay;

/**
 * Works, leaks three connections and holds one, until a file {@code end} appears in a folder; while there is a file
 * {@code down} its server is away. Its URL holds the password. Arguments: URL, user, password, the folder, and {@code own} for a pool of its own beside.
 */
public final class Served {
    /** What its statements hold, and no answer may. */
    public static final String SECRET = "very-private-value";
    /** The name of the thread that holds one. */
    public static final String HOLDER = "holder <img src=x onerror=\"document.title='owned'\">";
    /** How many connections it forgets. */
    public static final int LEAKED = 3;

    private static volatile boolean ended;
    private static final AtomicInteger SERVED = new AtomicInteger();
    private static Connection held;

    private Served() {}

    public static void main(String[] arguments) throws Exception {
        File folder = new File(arguments[3]);
        try (Relay relay = Relay.to(Account.of(arguments))) {
            String url = relay.in(Account.of(arguments)).urlWithLogin();
            Thread holder = new Thread(() -> hold(url), HOLDER);
            holder.start();
            holder.join();
            for (int i = 0; i < LEAKED; i++) {
                forget(url);
            }
            Thread worker = new Thread(() -> work(url), "worker");
            worker.start();
            DataSource own = arguments.length > 4 ? own(relay.in(Account.of(arguments))) : null;
            Steps.follow(folder, relay, () -> {
                if (own != null) {
                    own.getConnection().close();
                }
                System.gc();
            });
            ended = true;
            worker.join();
        }
        System.out.println("served=" + SERVED);
        System.out.println("servers=" + MBeanServerFactory.findMBeanServer(null).size());
        System.out.println("threads=" + threads());
    }

    @SuppressWarnings("deprecation") // it is a pool that needs no other jar
    private static DataSource own(Account account) {
        org.postgresql.ds.PGPoolingDataSource pool = new org.postgresql.ds.PGPoolingDataSource();
        pool.setUrl(account.url);
        pool.setUser(account.user);
        pool.setPassword(account.password);
        pool.setMaxConnections(2);
        return pool;
    }

    private static void hold(String url) {
        try {
            held = DriverManager.getConnection(url);
            held.setAutoCommit(false);
            Session.run(held, "SELECT '" + SECRET + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void forget(String url) throws SQLException {
        Session.run(DriverManager.getConnection(url), "SELECT '" + SECRET + "'");
    }

    private static void work(String url) {
        while (!ended) {
            try (Connection connection = DriverManager.getConnection(url)) {
                Session.run(connection, "SELECT 1");
                SERVED.incrementAndGet();
                Pause.pass(5);
            } catch (Exception e) {
                // its server is away
            }
        }
    }

    /** Those that serve, and whether each is a daemon without a context class loader. */
    private static Set<String> threads() {
        Set<String> names = new TreeSet<>();
        for (Thread each : Thread.getAllStackTraces().keySet()) {
            if (each.getName().contains("http") || each.getName().contains("HTTP")) {
                boolean apart = each.isDaemon() && each.getContextClassLoader() == null;
                names.add(each.getName().replaceAll("\\d+", "N") + (apart ? "" : " (not apart)"));
            }
        }
        return names;
    }
}
