package io.poolagent.sample.shop.request;

import io.poolagent.sample.shop.Catalogue;
import io.poolagent.sample.shop.Count;
import io.poolagent.sample.shop.Database;
import io.poolagent.sample.shop.Tally;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Books an order: header, lines in a batch, stock. The number comes over a second connection. When the total turns out to be
 * above the customer's credit, everything but the number is rolled back.
 */
public final class PlaceOrder implements Request {

    private final Database database;
    private final Tally tally;
    private final OrderNumbers numbers;

    /** For a shop. */
    public PlaceOrder(Database database, Tally tally) {
        this.database = database;
        this.tally = tally;
        this.numbers = new OrderNumbers(database);
    }

    @Override
    public void serve(Random random) throws SQLException {
        int customer = 1 + random.nextInt(Catalogue.CUSTOMERS);
        Map<Integer, Integer> wanted = wanted(random);
        Connection c = database.connect();
        try {
            long credit = number(c, "SELECT credit_cents FROM shop_customer WHERE id = ?", customer);
            List<OrderLine> lines = priced(c, wanted);
            c.setAutoCommit(false);
            long total = book(c, customer, lines);
            if (total > credit) {
                c.rollback();
                tally.add(Count.ORDERS_REFUSED, 1);
            } else {
                c.commit();
            }
        } catch (SQLException e) {
            c.rollback();
            throw e;
        } finally {
            c.close();
        }
    }

    /**
     * Quantities by part. They stand in the order of part numbers, which becomes the order of row locks: no two orders wait for
     * each other in a ring.
     */
    private static Map<Integer, Integer> wanted(Random random) {
        Map<Integer, Integer> wanted = new TreeMap<>();
        for (int lines = 1 + random.nextInt(5); lines > 0; lines--) {
            wanted.put(1 + random.nextInt(Catalogue.PARTS), 1 + random.nextInt(9));
        }
        return wanted;
    }

    private static List<OrderLine> priced(Connection c, Map<Integer, Integer> wanted) throws SQLException {
        List<OrderLine> lines = new ArrayList<>();
        for (Map.Entry<Integer, Integer> entry : wanted.entrySet()) {
            long price = number(c, "SELECT price_cents FROM shop_part WHERE id = ?", entry.getKey());
            lines.add(new OrderLine(entry.getKey(), entry.getValue(), price));
        }
        return lines;
    }

    private long book(Connection c, int customer, List<OrderLine> lines) throws SQLException {
        long total = 0;
        for (OrderLine line : lines) {
            total += line.totalCents();
        }
        long order = numbers.next();
        OrderBook.header(c, order, customer, total);
        OrderBook.lines(c, order, lines);
        OrderBook.stock(c, lines);
        return total;
    }

    private static long number(Connection c, String query, int id) throws SQLException {
        PreparedStatement s = c.prepareStatement(query);
        s.setInt(1, id);
        ResultSet rows = s.executeQuery();
        if (!rows.next()) {
            throw new SQLException("Nothing is known under the number " + id + ".");
        }
        long value = rows.getLong(1);
        s.close();
        return value;
    }
}
