package legacy.fidelity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import legacy.Account;
import legacy.Session;

/** What a case has at hand: where to connect, and where to say what it sees. */
public final class Bench {
    /** Something that is done for its effect. */
    public interface Step {
        void run() throws Exception;
    }

    public final Account account;
    /** Somebody who may end other people's sessions. */
    public final Account administrator;

    public final Product product;

    private final List<Connection> opened = new ArrayList<>();
    private String name = "";

    Bench(Account account, Account administrator) {
        this.account = account;
        this.administrator = administrator;
        product = Product.of(account.url);
    }

    void begin(String caseName) {
        name = caseName;
        System.out.println("== " + caseName);
        System.err.println("== " + caseName);
    }

    /** Closes what the case left open, so that one case does not starve the next. */
    void end() {
        for (Connection each : opened) {
            quietly(() -> {
                if (!each.isClosed() && !each.getAutoCommit()) {
                    each.rollback();
                }
            });
            quietly(each::close);
        }
        opened.clear();
    }

    /** A connection that is closed at the end of the case, if not before. */
    public Connection connect() throws SQLException {
        return keep(account.connect());
    }

    /** Has a connection closed at the end of the case. */
    public Connection keep(Connection connection) {
        opened.add(connection);
        return connection;
    }

    /** Prints a value. */
    public void say(String what, Object value) {
        System.out.println(what + ": " + Show.value(value));
    }

    /** Asks, and prints the answer or the failure. */
    public void ask(String what, Callable<?> question) {
        System.out.println(what + ": " + answer(question));
    }

    /** Does something, and prints whether it could be done. */
    public void act(String what, Step step) {
        ask(what, () -> {
            step.run();
            return "fine";
        });
    }

    /** An answer or a failure as text. */
    public static String answer(Callable<?> question) {
        try {
            return Show.value(question.call());
        } catch (Exception | LinkageError e) {
            return Show.failure(e);
        }
    }

    /** Does something whose outcome is of no interest. */
    public static void quietly(Step step) {
        try {
            step.run();
        } catch (Exception e) {
            System.err.println("ignored: " + e);
        }
    }

    /** Writes down, for the test and not on standard output, which session of the server's this is, where the product says. */
    public void meet(Connection connection) throws SQLException {
        if (product.numbersSessions()) {
            System.err.println("session of " + name + ": " + Session.id(connection, account.url));
        }
    }

    /** Runs statements on a connection of its own. */
    public void run(String... statements) throws SQLException {
        try (Connection connection = account.connect()) {
            for (String each : statements) {
                Session.run(connection, each);
            }
        }
    }
}
