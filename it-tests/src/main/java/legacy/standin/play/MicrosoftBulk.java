package legacy.standin.play;

import com.microsoft.sqlserver.jdbc.SQLServerBulkCopy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import legacy.Account;
import legacy.Session;
import legacy.standin.Server;

/**
 * Gives connections and rows to Microsoft's bulk copy, whose code uses them in its own ways: in time, in a transaction that is
 * not committed, and after the connection was closed. Arguments: URL, user, password.
 */
public final class MicrosoftBulk {
    private MicrosoftBulk() {}

    public static void main(String[] arguments) throws SQLException {
        Account account = Account.of(arguments);
        Server server = Products.server(account.url);
        try (Connection setup = account.connect()) {
            Session.run(setup, "CREATE TABLE work (a INT)");
            Session.run(setup, "CREATE TABLE source (a INT)");
            Session.run(setup, "INSERT INTO source VALUES (1)");
            Session.run(setup, "INSERT INTO source VALUES (2)");
        }
        for (int round = 1; round <= 2; round++) {
            SQLServerBulkCopy kept;
            try (Connection to = account.connect()) {
                kept = new SQLServerBulkCopy(to);
                kept.setDestinationTableName("work");
                copy(account, kept);
            }
            System.out.println("copied: " + server.committed("work"));
            try (Connection next = account.connect()) {
                try {
                    copy(account, kept);
                } catch (SQLException e) {
                    System.out.println("too late: " + Products.describe(e));
                }
                kept.close();
                System.out.println("next: " + next.getAutoCommit() + ", " + next.isClosed());
            }
            try (Connection to = account.connect()) {
                to.setAutoCommit(false);
                SQLServerBulkCopy copy = new SQLServerBulkCopy(to);
                copy.setDestinationTableName("work");
                copy(account, copy);
            }
            System.out.println("not committed: " + server.committed("work") + ", " + server.traces());
        }
    }

    private static void copy(Account account, SQLServerBulkCopy copy) throws SQLException {
        try (Connection from = account.connect();
                Statement statement = from.createStatement();
                ResultSet rows = statement.executeQuery("SELECT a FROM source")) {
            copy.writeToServer(rows);
        }
    }
}
