package legacy.life;

import java.sql.Connection;
import legacy.Account;
import legacy.Session;
import legacy.net.Relay;

/** Ends while its server does not answer any more, not even to a close. Arguments: URL, user, password. */
public final class SilentServer {
    private SilentServer() {}

    public static void main(String[] arguments) throws Exception {
        Account direct = Account.of(arguments);
        Relay relay = Relay.to(direct);
        Account account = relay.in(direct);
        try (Connection connection = account.connect()) {
            System.out.println(Session.first(connection, "SELECT 1"));
        }
        relay.silence();
        System.out.println("end of main");
    }
}
