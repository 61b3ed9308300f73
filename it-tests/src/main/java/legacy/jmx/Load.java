package legacy.jmx;

import java.io.File;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import legacy.Account;
import legacy.Pause;
import legacy.Session;

/**
 * A load whose figures are known, in steps: each begins when a file of its name appears in a folder and says with
 * another, {@code NAME.done}, that it is over. Arguments: URL, user, password, the folder.
 */
public final class Load {
    /** Connections one after another; the slow one and the careless one are among them. */
    public static final int USED = 5;
    /** What {@link #leakHere} and {@link #leakThere} forget. */
    public static final int LEAKED = 3;

    private static final List<Connection> HELD = new ArrayList<>();

    private Load() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        File folder = new File(arguments[3]);
        use(account);
        step(folder, "leak");
        leakHere(account);
        leakHere(account);
        leakThere(account);
        done(folder, "leak");
        step(folder, "hold");
        for (int i = 1; i <= 5; i++) {
            Thread holder = new Thread(() -> hold(account), "holder-" + i);
            holder.start();
            holder.join();
        }
        done(folder, "hold");
        step(folder, "release");
        for (Connection each : HELD) {
            each.close();
        }
        done(folder, "release");
        step(folder, "end");
    }

    private static void use(Account account) throws SQLException {
        try (Connection connection = account.connect()) {
            Session.run(connection, "SELECT pg_sleep(0.3)");
        }
        try (Connection careless = account.connect()) {
            careless.createStatement().executeQuery("SELECT 1");
        }
        try (Connection failing = account.connect()) {
            Session.run(failing, "SELECT 'data' FROM no_such_table");
        } catch (SQLException e) {
            System.out.println("failed=" + e.getClass().getName() + " " + e.getSQLState());
        }
        for (int i = 3; i < USED; i++) {
            try (Connection connection = account.connect()) {
                Session.run(connection, "SELECT 1");
            }
        }
    }

    private static void leakHere(Account account) throws SQLException {
        Session.run(account.connect(), "SELECT 'leaked here'");
    }

    private static void leakThere(Account account) throws SQLException {
        Session.run(account.connect(), "SELECT 'leaked there'");
    }

    private static void hold(Account account) {
        try {
            Connection connection = account.connect();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT 'secret of " + Thread.currentThread().getName() + "'");
            }
            HELD.add(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits; what was forgotten meanwhile is collected. */
    static void step(File folder, String name) throws Exception {
        File wanted = new File(folder, name);
        Pause.until(50_000, () -> {
            System.gc();
            return wanted.exists();
        });
    }

    static void done(File folder, String name) throws Exception {
        new File(folder, name + ".done").createNewFile();
    }
}
