package legacy.leak;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import legacy.Account;
import legacy.Pause;

/**
 * Leaks so many connections at once that what a JVM keeps of each decides where it comes to lie, and then only collections
 * of the young generation follow. Arguments: URL, user, password, how many. Prints {@code full=} and how many other collections
 * there were, {@code sessions=} and how many the server has in the end.
 */
public final class YoungCollections {
    /** Seen from elsewhere, or the compiler would leave it out. */
    static volatile Object garbage;

    private YoungCollections() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        int count = Integer.parseInt(arguments[3]);
        for (int i = 0; i < count; i++) {
            leak(account);
        }
        for (int i = 0; i < 3; i++) {
            long before = collections(true);
            while (collections(true) == before) {
                garbage = new byte[10_000];
            }
            Pause.until(500, () -> false); // the agent's thread, or the driver's, ends what was found
        }
        System.out.println("full=" + collections(false));
        try (Connection connection = account.connect();
                Statement statement = connection.createStatement();
                ResultSet sessions = statement.executeQuery(
                        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")) {
            sessions.next();
            System.out.println("sessions=" + sessions.getInt(1));
        }
        Runtime.getRuntime().exit(0);
    }

    private static void leak(Account account) throws SQLException {
        account.connect().createStatement().execute("SELECT 1");
    }

    private static long collections(boolean young) {
        long sum = 0;
        for (GarbageCollectorMXBean each : ManagementFactory.getGarbageCollectorMXBeans()) {
            boolean old = each.getName().contains("Old") || each.getName().contains("MarkSweep");
            sum += old == young ? 0 : each.getCollectionCount();
        }
        return sum;
    }
}
