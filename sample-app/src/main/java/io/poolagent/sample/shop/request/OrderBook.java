package io.poolagent.sample.shop.request;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes an order down, in the transaction of the connection that it is given. */
final class OrderBook {

    private OrderBook() {}

    static void header(Connection c, long order, int customer, long totalCents) throws SQLException {
        PreparedStatement s =
                c.prepareStatement("INSERT INTO shop_order (order_no, customer_id, total_cents) VALUES (?, ?, ?)");
        s.setLong(1, order);
        s.setInt(2, customer);
        s.setLong(3, totalCents);
        s.executeUpdate();
        s.close();
    }

    static void lines(Connection c, long order, List<OrderLine> lines) throws SQLException {
        PreparedStatement s = c.prepareStatement(
                "INSERT INTO shop_order_line (order_no, part_id, quantity, price_cents) VALUES (?, ?, ?, ?)");
        for (OrderLine line : lines) {
            s.setLong(1, order);
            s.setInt(2, line.part);
            s.setInt(3, line.quantity);
            s.setLong(4, line.priceCents);
            s.addBatch();
        }
        s.executeBatch();
        s.close();
    }

    static void stock(Connection c, List<OrderLine> lines) throws SQLException {
        PreparedStatement s = c.prepareStatement("UPDATE shop_part SET on_hand = on_hand - ? WHERE id = ?");
        for (OrderLine line : lines) {
            s.setInt(1, line.quantity);
            s.setInt(2, line.part);
            s.executeUpdate();
        }
        s.close();
    }
}
