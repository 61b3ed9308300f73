package legacy.standin.play;

import java.sql.Connection;
import java.sql.SQLException;
import legacy.Account;
import legacy.Pause;
import legacy.Session;
import legacy.standin.Server;

/**
 * Forgets connections: clean ones, one with open work, one with a setting. Prints what the server has once they are
 * collected. Arguments: URL, user, password.
 */
public final class Forgotten {
    private Forgotten() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        Server server = Products.server(account.url);
        try (Connection setup = account.connect()) {
            Session.run(setup, "CREATE TABLE work (a INT)");
        }
        for (String what : new String[] {"nothing", "work", "locks", "setting", "work in autocommit"}) {
            forget(account, what);
            boolean gone = Pause.until(15_000, () -> {
                System.gc();
                System.runFinalization();
                return server.traces().isEmpty();
            });
            System.out.println(what + ": traces gone " + gone + ", committed " + server.committed("work"));
        }
        try (Connection last = account.connect()) {
            System.out.println("last: " + Session.first(last, "SELECT COUNT(*) FROM work"));
        }
    }

    private static void forget(Account account, String what) throws SQLException {
        Connection connection = account.connect();
        connection.setAutoCommit(what.equals("work in autocommit"));
        if (what.startsWith("work")) {
            Products.insert(connection, what.length());
        } else if (what.equals("locks")) {
            Session.run(connection, Products.lockingQuery(account.url));
        } else if (what.equals("setting")) {
            Session.run(connection, Products.setting(account.url));
        }
    }
}
