package legacy.options;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import legacy.Account;
import legacy.Pause;

/**
 * Threads with names hold connections while one more is asked for. Arguments: URL, user, password, number of holders,
 * and {@code release} where a holder closes its connection as soon as the asking thread waits.
 */
public final class Exhausted {
    private Exhausted() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        int holders = Integer.parseInt(arguments[3]);
        List<Connection> held = new ArrayList<>();
        for (int i = 1; i <= holders; i++) {
            Thread holder = new Thread(() -> held.add(connect(account)), "holder-" + i);
            holder.start();
            holder.join();
        }
        System.out.println("held=" + held.size());
        Thread asking = new Thread(() -> ask(account), "asking");
        asking.start();
        if (arguments.length > 4) {
            boolean waits = Pause.until(5_000, () -> asking.getState() == Thread.State.TIMED_WAITING);
            System.out.println("waits=" + waits);
            held.remove(0).close();
        }
        asking.join();
        for (Connection connection : held) {
            connection.close();
        }
    }

    private static Connection connect(Account account) {
        try {
            return account.connect();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void ask(Account account) {
        long start = System.nanoTime();
        try (Connection connection = account.connect()) {
            System.out.println("outcome=connected, autocommit " + connection.getAutoCommit());
        } catch (SQLException e) {
            System.out.println("outcome=" + e.getClass().getName() + " " + e.getSQLState());
            System.out.println("message=" + e.getMessage());
        }
        System.out.println("millis=" + (System.nanoTime() - start) / 1_000_000);
    }
}
