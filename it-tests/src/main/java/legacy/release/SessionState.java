package legacy.release;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import legacy.Account;
import legacy.Session;

/**
 * Plays a script: in each case it opens a connection, leaves something in its session, closes it, opens two others at
 * once and asks what they see. Lines of a script: {@code setup: SQL} (once, failures ignored), {@code case: NAME},
 * {@code do: SQL}, {@code prepared: SQL}, {@code call: SQL}, {@code batch: SQL}, {@code autocommit off} and
 * {@code probe: SQL}, which ends the case. On standard error it says in which cases the same session came back.
 * Arguments: URL, user, password, script.
 */
public final class SessionState {
    private final Account account;
    private String name = "";
    private Connection connection;
    private String session;

    private SessionState(Account account) {
        this.account = account;
    }

    public static void main(String[] arguments) throws Exception {
        SessionState player = new SessionState(Account.of(arguments));
        try (BufferedReader script = new BufferedReader(
                new InputStreamReader(SessionState.class.getResourceAsStream(arguments[3]), StandardCharsets.UTF_8))) {
            for (String line = script.readLine(); line != null; line = script.readLine()) {
                if (!line.trim().isEmpty() && !line.startsWith("#")) {
                    player.play(line.trim());
                }
            }
        }
    }

    private void play(String line) throws SQLException, IOException {
        int colon = line.indexOf(':');
        String verb = colon < 0 ? line : line.substring(0, colon);
        String text = colon < 0 ? "" : line.substring(colon + 1).trim();
        switch (verb) {
            case "setup":
                setUp(text);
                break;
            case "case":
                name = text;
                connection = account.connect();
                session = id(connection);
                break;
            case "probe":
                close();
                probe(text);
                break;
            default:
                act(verb, text);
        }
    }

    private void setUp(String sql) throws SQLException {
        try (Connection other = account.connect()) {
            Session.run(other, sql);
        } catch (SQLException e) {
            System.err.println("setup: " + e.getMessage());
        }
    }

    private void act(String verb, String sql) throws IOException {
        try {
            switch (verb) {
                case "do":
                    Session.run(connection, sql);
                    break;
                case "prepared":
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        statement.execute();
                    }
                    break;
                case "call":
                    try (PreparedStatement statement = connection.prepareCall(sql)) {
                        statement.execute();
                    }
                    break;
                case "batch":
                    try (Statement statement = connection.createStatement()) {
                        statement.addBatch(sql);
                        statement.executeBatch();
                    }
                    break;
                case "autocommit off":
                    connection.setAutoCommit(false);
                    break;
                default:
                    throw new IOException("no such verb: " + verb);
            }
        } catch (SQLException e) {
            System.out.println(name + ": " + sql + " failed with " + e.getSQLState());
        }
    }

    /** A driver may refuse to close inside a transaction. */
    private void close() throws SQLException {
        try {
            connection.close();
        } catch (SQLException e) {
            System.out.println(name + ": close failed with " + e.getSQLState());
            connection.rollback();
            connection.close();
        }
    }

    private void probe(String sql) throws SQLException {
        try (Connection one = account.connect();
                Connection other = account.connect()) {
            System.out.println(name + ": " + ask(one, sql) + ", " + ask(other, sql));
            if (session.equals(id(one)) || session.equals(id(other))) {
                System.err.println("same session: " + name);
            }
        }
    }

    private static String ask(Connection connection, String sql) {
        try {
            return Session.first(connection, sql);
        } catch (SQLException e) {
            return "state " + e.getSQLState();
        }
    }

    private String id(Connection of) throws SQLException {
        boolean unknown = account.url.startsWith("jdbc:derby:") || account.url.startsWith("jdbc:sqlite:");
        return unknown ? "unknown" : Session.id(of, account.url);
    }
}
