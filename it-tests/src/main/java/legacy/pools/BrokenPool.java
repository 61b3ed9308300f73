package legacy.pools;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.Vector;
import legacy.Account;
import legacy.Session;

/**
 * A home-made pool with the bug that everybody had: what is given back is kept, and never given out again. Prints how
 * many sessions a load of one thread met. Arguments: URL, user, password; a second user and password for another such
 * pool.
 */
public final class BrokenPool {
    private static final int USED = 30;

    private final Vector<Connection> free = new Vector<>();
    private final Account account;

    private BrokenPool(Account account) {
        this.account = account;
    }

    public static void main(String[] arguments) throws Exception {
        BrokenPool pool = new BrokenPool(Account.of(arguments));
        System.out.println("sessions=" + pool.load());
        if (arguments.length > 3) {
            BrokenPool other = new BrokenPool(new Account(arguments[0], arguments[3], arguments[4]));
            System.out.println("other=" + other.load());
            System.out.println("user=" + other.user());
            System.out.println("again=" + pool.user());
        }
        try (Connection direct = pool.account.connect()) {
            System.out.println("direct=" + Session.first(direct, "SELECT 1"));
        }
    }

    Connection getConnection() throws SQLException {
        return account.connect();
    }

    boolean freeConnection(Connection connection) {
        return free.add(connection);
    }

    private int load() throws SQLException {
        Set<String> sessions = new TreeSet<>();
        for (int i = 0; i < USED; i++) {
            Connection connection = getConnection();
            sessions.add(Session.id(connection, account.url));
            System.out.print(freeConnection(connection) ? "" : "not taken back\n");
        }
        return sessions.size();
    }

    private String user() throws SQLException {
        Connection connection = getConnection();
        String user = Session.first(connection, "SELECT current_user");
        freeConnection(connection);
        return user;
    }
}
