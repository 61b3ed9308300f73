package legacy.http;

import java.io.File;
import java.sql.Connection;
import java.sql.SQLException;
import legacy.Account;
import legacy.Session;
import legacy.net.Relay;

/**
 * Uses three connections at once, one of which can not be used again, and then does nothing until a file {@code end} appears in a
 * folder; while there is a file {@code down} its server is away. Arguments: URL, user, password, the folder.
 */
public final class Quiet {
    private Quiet() {}

    public static void main(String[] arguments) throws Exception {
        File folder = new File(arguments[3]);
        try (Relay relay = Relay.to(Account.of(arguments))) {
            use(relay.in(Account.of(arguments)));
            Steps.follow(folder, relay, () -> {});
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
