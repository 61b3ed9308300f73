package legacy.options;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import legacy.Account;
import legacy.Pause;
import legacy.Session;

/**
 * Holds connections, closes them all, and prints how many the server still has: as soon as the expected number is
 * reached, then the least and the most of the time after. Arguments: URL, user, password, administrator, administrator's
 * password, a name for its sessions, under how many such names to connect, connections at once under each, expected
 * number, milliseconds to watch after it was reached.
 */
public final class LeftOpen {
    private static final long PATIENCE_MILLIS = 8_000;

    private LeftOpen() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        Account administrator = new Account(account.url, arguments[3], arguments[4]);
        String name = arguments[5];
        int names = Integer.parseInt(arguments[6]);
        int atOnce = Integer.parseInt(arguments[7]);
        int expected = Integer.parseInt(arguments[8]);
        long watch = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(arguments[9]));
        for (int i = 0; i < names; i++) {
            holdAndClose(account.plus("ApplicationName", name + i), atOnce);
        }
        try (Connection asking = administrator.connect()) {
            boolean reached = Pause.until(PATIENCE_MILLIS, () -> count(asking, name) == expected);
            System.out.println("open=" + count(asking, name));
            int least = Integer.MAX_VALUE;
            int most = 0;
            for (long start = System.nanoTime(); reached && System.nanoTime() - start < watch; Pause.pass(50)) {
                int now = count(asking, name);
                least = Math.min(least, now);
                most = Math.max(most, now);
            }
            System.out.println("then=" + least + " to " + most);
        }
    }

    private static void holdAndClose(Account account, int atOnce) throws SQLException {
        List<Connection> held = new ArrayList<>();
        for (int i = 0; i < atOnce; i++) {
            held.add(account.connect());
        }
        for (Connection connection : held) {
            Session.first(connection, "SELECT 1");
            connection.close();
        }
    }

    private static int count(Connection asking, String name) throws SQLException {
        return Integer.parseInt(Session.first(
                asking, "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE '" + name + "%'"));
    }
}
