package legacy.release;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import legacy.Account;
import legacy.Pause;
import legacy.Session;

/**
 * Forgets connections in the middle of their work, keeps one, and one only by its rows. Prints what became of the work.
 * Arguments: URL, user, password, administrator, administrator's password.
 */
public final class Leaks {
    private static final int FORGOTTEN = 3;

    private Leaks() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments).plus("ApplicationName", "leaks");
        Account administrator = new Account(arguments[0], arguments[3], arguments[4]);
        try (Connection setup = account.connect()) {
            Session.run(setup, "CREATE TABLE IF NOT EXISTS leak_t (a INT)");
            Session.run(setup, "DELETE FROM leak_t");
        }
        Connection kept = account.connect();
        kept.setAutoCommit(false);
        Session.run(kept, "INSERT INTO leak_t VALUES (1)");
        ResultSet rows = manyRows(account);
        Set<String> sessions = new LinkedHashSet<>();
        for (int i = 0; i < FORGOTTEN; i++) {
            sessions.add(forget(account));
        }
        try (Connection asking = administrator.connect()) {
            boolean ended = Pause.until(15_000, () -> {
                System.gc();
                return transactions(asking) == 2;
            });
            System.out.println("forgotten transactions ended: " + ended);
        }
        System.out.println("rows of the kept connection: " + count(rows));
        Session.run(kept, "INSERT INTO leak_t VALUES (2)");
        System.out.println("kept: " + Session.first(kept, "SELECT string_agg(a::text, ',' ORDER BY a) FROM leak_t"));
        kept.commit();
        kept.close();
        rows.getStatement().getConnection().close();
        System.out.println("sessions taken back: " + (again(account, sessions) > 0));
        Pause.until(500, () -> {
            System.gc();
            return false;
        });
        try (Connection last = account.connect()) {
            System.out.println(
                    "work: " + Session.first(last, "SELECT string_agg(a::text, ',' ORDER BY a) FROM leak_t"));
        }
    }

    private static ResultSet manyRows(Account account) throws SQLException {
        Connection connection = account.connect();
        connection.setAutoCommit(false);
        Statement statement = connection.createStatement();
        statement.setFetchSize(10);
        return statement.executeQuery("SELECT generate_series(1, 1000)");
    }

    private static int count(ResultSet rows) throws SQLException {
        int count = 0;
        while (rows.next()) {
            count++;
        }
        return count;
    }

    private static String forget(Account account) throws SQLException {
        Connection connection = account.connect();
        connection.setAutoCommit(false);
        Session.run(connection, "INSERT INTO leak_t VALUES (666)");
        return Session.id(connection, account.url);
    }

    /** Sessions of this program that have a transaction open. */
    private static int transactions(Connection asking) throws SQLException {
        return Integer.parseInt(Session.first(
                asking,
                "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'leaks'"
                        + " AND state LIKE 'idle in transaction%'"));
    }

    /** How many of the sessions come back. */
    private static int again(Account account, Set<String> sessions) throws SQLException {
        List<Connection> held = new ArrayList<>();
        int again = 0;
        for (int i = 0; i < FORGOTTEN + 3; i++) {
            Connection connection = account.connect();
            held.add(connection);
            again += sessions.contains(Session.id(connection, account.url)) ? 1 : 0;
        }
        for (Connection connection : held) {
            connection.close();
        }
        return again;
    }
}
