package io.poolagent.sample.shop.request;

import io.poolagent.sample.shop.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Gives out order numbers, each once. It does so on a connection and in a transaction of its own, so that the row with the
 * number is locked for a moment only, while the caller's connection stays open.
 */
final class OrderNumbers {

    private final Database database;

    OrderNumbers(Database database) {
        this.database = database;
    }

    long next() throws SQLException {
        Connection c = database.connect();
        try {
            c.setAutoCommit(false);
            PreparedStatement take = c.prepareStatement("UPDATE shop_number SET next_no = next_no + 1 WHERE name = ?");
            take.setString(1, "order");
            take.executeUpdate();
            take.close();
            Statement read = c.createStatement();
            ResultSet rows = read.executeQuery("SELECT next_no - 1 FROM shop_number WHERE name = 'order'");
            if (!rows.next()) {
                throw new SQLException("The shop has lost its order numbers.");
            }
            long number = rows.getLong(1);
            rows.close();
            read.close();
            c.commit();
            return number;
        } catch (SQLException e) {
            c.rollback();
            throw e;
        } finally {
            c.close();
        }
    }
}
