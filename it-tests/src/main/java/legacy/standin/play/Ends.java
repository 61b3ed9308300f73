package legacy.standin.play;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import legacy.Account;
import legacy.Session;
import legacy.standin.Server;

/**
 * Leaves work open in many ways and closes; prints what close did and what the server has then. Where close refuses, the
 * program commits, or rolls back, and closes again. Arguments: URL, user, password.
 */
public final class Ends {
    private final Account account;
    private final Server server;
    private final Map<String, Work> ways = new LinkedHashMap<>();

    private Ends(Account account) {
        this.account = account;
        this.server = Products.server(account.url);
    }

    /** What is done before close. */
    private interface Work {
        void on(Connection connection, int number) throws SQLException;
    }

    public static void main(String[] arguments) throws SQLException {
        Ends ends = new Ends(Account.of(arguments));
        ends.fill();
        try (Connection setup = ends.account.connect()) {
            Session.run(setup, "CREATE TABLE work (a INT)");
        }
        int number = 0;
        for (int round = 0; round < 2; round++) {
            for (Map.Entry<String, Work> way : ends.ways.entrySet()) {
                ends.play(way.getKey(), way.getValue(), ++number);
            }
        }
        System.err.println("logins " + ends.server.logins());
    }

    private void fill() {
        String url = account.url;
        ways.put("nothing", (connection, number) -> {});
        ways.put("autocommit", Products::insert);
        ways.put("autocommit off, nothing else", (connection, number) -> connection.setAutoCommit(false));
        ways.put("insert", off(Products::insert));
        ways.put("prepared insert", off((connection, number) -> {
            PreparedStatement insert = connection.prepareStatement("INSERT INTO work VALUES (?)");
            insert.setInt(1, number);
            insert.executeUpdate();
        }));
        ways.put("insert and rollback", off((connection, number) -> {
            Products.insert(connection, number);
            connection.rollback();
        }));
        ways.put("insert, commit, insert", off((connection, number) -> {
            Products.insert(connection, number);
            connection.commit();
            Products.insert(connection, 100 + number);
        }));
        ways.put("insert and autocommit again", off((connection, number) -> {
            Products.insert(connection, number);
            connection.setAutoCommit(true);
        }));
        ways.put("insert and a failure", off((connection, number) -> {
            Products.insert(connection, number);
            try {
                Session.run(connection, "INSERT INTO nowhere VALUES (1)");
            } catch (SQLException e) {
                System.out.println("failed with " + Products.describe(e));
            }
        }));
        ways.put("query", off((connection, number) -> Session.first(connection, "SELECT a FROM work")));
        ways.put("locks", off((connection, number) -> Session.run(connection, Products.lockingQuery(url))));
        ways.put("getSchema", off((connection, number) -> System.out.println(connection.getSchema())));
        ways.put("setting and insert", off((connection, number) -> {
            Session.run(connection, Products.setting(url));
            Products.insert(connection, number);
        }));
        if (Products.begin(url) != null) {
            ways.put("begun by a statement", (connection, number) -> {
                Session.run(connection, Products.begin(url));
                Products.insert(connection, number);
            });
        }
    }

    private static Work off(Work work) {
        return (connection, number) -> {
            connection.setAutoCommit(false);
            work.on(connection, number);
        };
    }

    private void play(String name, Work work, int number) throws SQLException {
        Connection connection = account.connect();
        work.on(connection, number);
        try {
            connection.close();
        } catch (SQLException e) {
            System.out.println(name + ": close threw " + Products.describe(e));
            System.out.println(name + ": closed " + connection.isClosed() + ", " + server.traces());
            if (number % 2 == 0) {
                connection.commit();
            } else {
                connection.rollback();
            }
            connection.close();
        }
        System.out.println(name + ": closed " + connection.isClosed() + ", committed " + server.committed("work")
                + ", traces " + server.traces());
    }
}
