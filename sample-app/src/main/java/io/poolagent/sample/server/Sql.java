package io.poolagent.sample.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The few statements that set a server up. */
final class Sql {

    private Sql() {}

    static void run(Account account, String... statements) throws SQLException {
        try (Connection c = DriverManager.getConnection(account.url, account.user, account.password);
                Statement s = c.createStatement()) {
            for (String sql : statements) {
                s.execute(sql);
            }
        }
    }

    static String version(Account account) throws SQLException {
        try (Connection c = DriverManager.getConnection(account.url, account.user, account.password)) {
            return c.getMetaData().getDatabaseProductVersion();
        }
    }

    static String first(Account account, String sql) throws SQLException {
        try (Connection c = DriverManager.getConnection(account.url, account.user, account.password);
                Statement s = c.createStatement();
                ResultSet rs = s.executeQuery(sql)) {
            return rs.next() ? String.valueOf(rs.getString(1)) : "";
        }
    }
}
