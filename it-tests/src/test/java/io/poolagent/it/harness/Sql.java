package io.poolagent.it.harness;

import io.poolagent.sample.server.DatabaseServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What tests ask and tell a server, as its administrator and without an agent. */
public final class Sql {
    private Sql() {}

    /** Runs statements. */
    public static void run(DatabaseServer server, String... statements) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** The first column of the first row. */
    public static String first(DatabaseServer server, String query) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            if (!rows.next()) {
                throw new IllegalStateException("no row from " + query);
            }
            return rows.getString(1);
        }
    }

    /** Makes users with one password for all of them, named with a number behind the prefix. */
    public static void createUsers(DatabaseServer server, String prefix, int count, String password)
            throws SQLException {
        String[] statements = new String[count];
        for (int i = 0; i < count; i++) {
            statements[i] = createUser(server, prefix + i, password);
        }
        run(server, statements);
    }

    private static String createUser(DatabaseServer server, String name, String password) {
        return switch (server.name()) {
            case "PostgreSQL" -> "CREATE ROLE " + name + " LOGIN PASSWORD '" + password + "'";
            case "MariaDB" -> "GRANT ALL ON shop.* TO '" + name + "'@'127.0.0.1' IDENTIFIED BY '" + password + "'";
            case "H2" -> "CREATE USER " + name + " PASSWORD '" + password + "' ADMIN";
            default -> throw new IllegalArgumentException("no users on " + server.name());
        };
    }

    private static Connection connect(DatabaseServer server) throws SQLException {
        return DriverManager.getConnection(server.adminUrl(), server.adminUser(), server.adminPassword());
    }
}
