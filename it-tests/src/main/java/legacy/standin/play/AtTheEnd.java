package legacy.standin.play;

import java.sql.Connection;
import java.sql.SQLException;
import legacy.Account;
import legacy.Session;
import legacy.standin.Server;

/**
 * Ends with connections open, one of which a shutdown hook goes on with; prints what the server has at the end of main
 * and of the hook. Arguments: URL, user, password.
 */
public final class AtTheEnd {
    private AtTheEnd() {}

    public static void main(String[] arguments) throws SQLException {
        Account account = Account.of(arguments);
        Server server = Products.server(account.url);
        try (Connection setup = account.connect()) {
            Session.run(setup, "CREATE TABLE work (a INT)");
        }
        Connection forgotten = account.connect();
        forgotten.setAutoCommit(false);
        Products.insert(forgotten, 1);
        Connection kept = account.connect();
        kept.setAutoCommit(false);
        Products.insert(kept, 2);
        Thread hook = new Thread(() -> goOn(account, server, kept, forgotten));
        Runtime.getRuntime().addShutdownHook(hook);
        System.out.println("main: committed " + server.committed("work") + ", traces " + server.traces());
    }

    private static void goOn(Account account, Server server, Connection kept, Connection forgotten) {
        try {
            Products.insert(kept, 3);
            kept.commit();
            Products.insert(kept, 4);
            try (Connection fresh = account.connect()) {
                Products.insert(fresh, 5);
            }
            try {
                kept.close();
            } catch (SQLException e) {
                System.out.println("close threw " + Products.describe(e));
            }
            System.out.println("hook: kept closed " + kept.isClosed() + ", forgotten closed " + forgotten.isClosed()
                    + ", committed " + server.committed("work") + ", traces " + server.traces());
        } catch (SQLException e) {
            System.out.println("hook: " + Products.describe(e));
        }
    }
}
