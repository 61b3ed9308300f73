package legacy.failure;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import legacy.Account;
import legacy.Pause;
import legacy.Session;
import legacy.net.Relay;

/**
 * Has connected before, when its server goes away, and comes back. Arguments: URL, user, password, and for how many
 * milliseconds to listen for connects that nobody asked for.
 */
public final class ServerGoes {
    private ServerGoes() {}

    public static void main(String[] arguments) throws Exception {
        long listening = Long.parseLong(arguments[3]);
        try (Relay relay = Relay.to(Account.of(arguments))) {
            Account account = relay.in(Account.of(arguments));
            for (int i = 0; i < 3; i++) {
                serve(account);
            }
            Pause.pass(700); // a pool may trust what was in use a moment ago
            relay.refuse(true);
            for (int call = 1; call <= 3; call++) {
                int before = relay.connects();
                String outcome = attempt(account, relay.port());
                System.out.println("call " + call + ": " + (relay.connects() - before) + " connects, " + outcome);
            }
            int before = relay.connects();
            Pause.until(listening, () -> relay.connects() > before);
            System.out.println("connects that nobody asked for: " + (relay.connects() - before));
            relay.forward();
            System.out.println("back: " + serve(account));
        }
    }

    private static String attempt(Account account, int port) {
        try (Connection connection = DriverManager.getConnection(account.url, account.user, account.password)) {
            return "connected";
        } catch (SQLException e) {
            return Refused.describe(e, port);
        }
    }

    private static String serve(Account account) throws SQLException {
        try (Connection connection = account.connect()) {
            return Session.first(connection, "SELECT 1");
        }
    }
}
