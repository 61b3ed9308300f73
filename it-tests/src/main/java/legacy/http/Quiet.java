package legacy.http;

import java.io.File;
import java.sql.Connection;
import java.sql.SQLException;
import legacy.Account;
import legacy.Pause;
import legacy.Session;
import legacy.net.Relay;

/**
 * Uses three connections at once, one of which can not be used again, and then does nothing until a file {@code end} appears in a
 * folder; while there is a file {@code down} its server is away. Arguments: URL, user, password, the folder, and {@code held} to
 * use one connection only and to keep it, or {@code late} to try in vain until there is a file {@code up}.
 */
public final class Quiet {
    private static Connection held;

    private Quiet() {}

    public static void main(String[] arguments) throws Exception {
        File folder = new File(arguments[3]);
        String how = arguments.length > 4 ? arguments[4] : "";
        try (Relay relay = Relay.to(Account.of(arguments))) {
            Account account = relay.in(Account.of(arguments));
            if (how.equals("late")) {
                relay.refuse(true);
                while (!new File(folder, "up").exists()) {
                    tryInVain(account);
                }
                relay.forward();
            }
            if (how.equals("held")) {
                held = account.connect();
                Session.run(held, "SELECT 1");
            } else {
                use(account);
            }
            Steps.follow(folder, relay, () -> {});
        }
    }

    private static void tryInVain(Account account) throws Exception {
        try {
            account.connect().close();
        } catch (SQLException e) {
            Pause.pass(100);
        }
    }

    private static void use(Account account) throws SQLException {
        try (Connection first = account.connect();
                Connection second = account.connect();
                Connection third = account.connect()) {
            Session.run(first, "SELECT 1");
            Session.run(second, "SET work_mem = '1MB'");
            Session.run(third, "SELECT 3");
        }
    }
}
