package legacy.life;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import legacy.Account;
import legacy.Pause;
import legacy.Session;

/**
 * Gives an agent every occasion to say something: many connects, more connections at once than a pool has, a wrong
 * password, forgotten connections, a dirty session. What it prints is always the same, and not all of it is text.
 * Arguments: URL, user, password.
 */
public final class Noisy {
    private static final int MORE_THAN_A_POOL = 14;

    private Noisy() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        System.out.write(new byte[] {0, (byte) 0xC3, (byte) 0x28, (byte) 0xFF, '\r', '\n'});
        for (int i = 0; i < 50; i++) {
            try (Connection connection = account.connect()) {
                System.out.print(Session.first(connection, "SELECT " + i) + " ");
            }
        }
        List<Connection> held = new ArrayList<>();
        for (int i = 0; i < MORE_THAN_A_POOL; i++) {
            held.add(account.connect());
        }
        for (Connection connection : held) {
            connection.close();
        }
        try {
            DriverManager.getConnection(account.url, account.user, "wrong").close();
        } catch (SQLException e) {
            System.out.println(e.getSQLState());
        }
        try (Connection connection = account.connect()) {
            Session.run(connection, "SET @dirty = 1");
        }
        forget(account);
        Pause.until(300, () -> {
            System.gc();
            return false;
        });
        System.out.println("end \u00e4\u6f22");
    }

    private static void forget(Account account) throws SQLException {
        Connection forgotten = account.connect();
        forgotten.setAutoCommit(false);
        System.out.println(Session.first(forgotten, "SELECT 42"));
    }
}
