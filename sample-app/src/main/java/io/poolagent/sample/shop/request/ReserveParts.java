package io.poolagent.sample.shop.request;

import io.poolagent.sample.shop.Catalogue;
import io.poolagent.sample.shop.Count;
import io.poolagent.sample.shop.Database;
import io.poolagent.sample.shop.Tally;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;

/** Puts parts aside for a customer and prints a slip with the number that the database gave the reservation. */
public final class ReserveParts implements Request {

    private final Database database;
    private final Tally tally;

    /** For a shop. */
    public ReserveParts(Database database, Tally tally) {
        this.database = database;
        this.tally = tally;
    }

    @Override
    public void serve(Random random) throws SQLException {
        int part = 1 + random.nextInt(Catalogue.PARTS);
        int quantity = 1 + random.nextInt(5);
        int customer = 1 + random.nextInt(Catalogue.CUSTOMERS);
        Connection c = database.dataSource().getConnection();
        try {
            c.setAutoCommit(false);
            PreparedStatement s = c.prepareStatement(
                    "INSERT INTO shop_reservation (part_id, customer_id, quantity) VALUES (?, ?, ?)",
                    Statement.RETURN_GENERATED_KEYS);
            s.setInt(1, part);
            s.setInt(2, customer);
            s.setInt(3, quantity);
            s.executeUpdate();
            ResultSet keys = s.getGeneratedKeys();
            if (keys.next() && keys.getLong(1) >= 0) {
                tally.add(Count.SLIPS_PRINTED, 1);
            }
            keys.close();
            s.close();
            Statement shelf = c.createStatement();
            shelf.executeUpdate("UPDATE shop_part SET reserved = reserved + " + quantity + " WHERE id = " + part);
            c.commit();
        } catch (SQLException e) {
            c.rollback();
            throw e;
        } finally {
            c.close();
        }
    }
}
