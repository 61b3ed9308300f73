package legacy.life;

import java.sql.Connection;
import java.sql.SQLException;
import legacy.Account;
import legacy.Pause;
import legacy.Session;

/**
 * Uses its database to the very end: shutdown hooks go on with a connection that main opened, and connect anew, for
 * longer than a pool would take to close. Arguments: URL, user, password.
 */
public final class AtShutdown {
    private AtShutdown() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        Connection kept = account.connect();
        kept.setAutoCommit(false);
        System.out.println("main: " + Session.first(kept, "SELECT 1"));
        try (Connection idle = account.connect()) {
            System.out.println("another: " + Session.first(idle, "SELECT 2"));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> goOn(kept, account)));
        System.out.println("end of main");
    }

    private static void goOn(Connection kept, Account account) {
        try {
            for (int i = 1; i <= 4; i++) {
                Pause.pass(300);
                System.out.println("hook, kept: " + Session.first(kept, "SELECT " + i) + " in transaction "
                        + !kept.getAutoCommit());
                try (Connection fresh = account.connect()) {
                    System.out.println("hook, fresh: " + Session.first(fresh, "SELECT " + i));
                }
            }
            kept.rollback();
            kept.close();
            System.out.println("closed " + kept.isClosed());
        } catch (SQLException e) {
            System.out.println("failed " + e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
