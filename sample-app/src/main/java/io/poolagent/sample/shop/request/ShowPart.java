package io.poolagent.sample.shop.request;

import io.poolagent.sample.shop.Catalogue;
import io.poolagent.sample.shop.Count;
import io.poolagent.sample.shop.Database;
import io.poolagent.sample.shop.Tally;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;

/** One part and its neighbour. SQL is put together by hand, and closing the connection has to do for the statement. */
public final class ShowPart implements Request {

    private final Database database;
    private final Tally tally;

    /** For a shop. */
    public ShowPart(Database database, Tally tally) {
        this.database = database;
        this.tally = tally;
    }

    @Override
    public void serve(Random random) throws SQLException {
        int part = 1 + random.nextInt(Catalogue.PARTS);
        Connection c = database.connect();
        try {
            Statement s = c.createStatement();
            tally.add(Count.PRICES_SHOWN, price(s, part));
            tally.add(Count.PRICES_SHOWN, price(s, 1 + part % Catalogue.PARTS));
        } finally {
            c.close();
        }
    }

    private static int price(Statement s, int part) throws SQLException {
        ResultSet rows = s.executeQuery("SELECT price_cents FROM shop_part WHERE id = " + part);
        if (!rows.next()) {
            throw new SQLException("There is no part " + part + ".");
        }
        return rows.getInt(1);
    }
}
