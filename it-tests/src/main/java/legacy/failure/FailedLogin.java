package legacy.failure;

import java.sql.Connection;
import java.sql.SQLException;
import legacy.Account;
import legacy.Pause;
import legacy.Session;
import legacy.net.Relay;

/**
 * Its password is changed while it runs. Prints how many connects came that it did not ask for, and what its own got.
 * Arguments: URL, user, password, administrator, administrator's password, number of connections that somebody may keep
 * open beside, milliseconds to listen.
 */
public final class FailedLogin {
    private FailedLogin() {}

    public static void main(String[] arguments) throws Exception {
        Account direct = Account.of(arguments);
        Account administrator = new Account(direct.url, arguments[3], arguments[4]);
        int kept = Integer.parseInt(arguments[5]);
        long listening = Long.parseLong(arguments[6]);
        try (Relay relay = Relay.to(direct)) {
            Account account = relay.in(direct);
            try (Connection connection = account.connect()) {
                Session.first(connection, "SELECT 1");
            }
            Pause.until(10_000, () -> relay.connects() >= kept);
            System.out.println("opened=" + relay.connects());
            try (Connection connection = administrator.connect()) {
                Session.run(connection, "ALTER ROLE " + account.user + " PASSWORD 'changed'");
            }
            relay.refuse(true);
            relay.forward();
            Pause.pass(700); // a pool may trust what was in use a moment ago
            int before = relay.connects();
            String outcome = attempt(account, relay.port());
            System.out.println("first call=" + outcome);
            System.out.println("its connects=" + (relay.connects() - before));
            int after = relay.connects();
            Pause.until(listening, () -> relay.connects() > after + 1);
            System.out.println("not asked for=" + (relay.connects() - after));
            System.out.println("later call=" + attempt(account, relay.port()));
        }
    }

    private static String attempt(Account account, int port) {
        try (Connection connection = account.connect()) {
            return "connected";
        } catch (SQLException e) {
            return Refused.describe(e, port);
        }
    }
}
