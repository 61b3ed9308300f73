package legacy.fidelity;

import java.sql.Connection;
import java.sql.SQLException;
import legacy.Account;
import legacy.Session;

/**
 * Ends with open work, an idle connection and one that was closed. Arguments: URL, user, password, and how it ends:
 * {@code return}, {@code exit}, {@code halt} or {@code exception}.
 */
public final class EndOfProgram {
    private EndOfProgram() {}

    public static void main(String[] arguments) throws SQLException {
        Account account = Account.of(arguments);
        try (Connection setup = account.connect()) {
            Bench.quietly(() -> Session.run(setup, "CREATE TABLE fidelity_end (a INT)"));
            Session.run(setup, "DELETE FROM fidelity_end");
        }
        Connection committed = account.connect();
        committed.setAutoCommit(false);
        Session.run(committed, "INSERT INTO fidelity_end VALUES (1)");
        committed.commit();
        committed.close();
        Connection open = account.connect();
        open.setAutoCommit(false);
        Session.run(open, "INSERT INTO fidelity_end VALUES (2)");
        System.out.println("open " + !open.isClosed());
        switch (arguments[3]) {
            case "exit":
                System.exit(7);
                break;
            case "halt":
                System.out.flush();
                Runtime.getRuntime().halt(8);
                break;
            case "exception":
                throw new IllegalStateException("the end");
            default:
                System.out.println("end of main");
        }
    }
}
