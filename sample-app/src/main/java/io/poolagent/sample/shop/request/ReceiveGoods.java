package io.poolagent.sample.shop.request;

import io.poolagent.sample.shop.Catalogue;
import io.poolagent.sample.shop.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;

/** Goods come in: one statement, and autocommit is good enough. */
public final class ReceiveGoods implements Request {

    private final Database database;

    /** For a shop. */
    public ReceiveGoods(Database database) {
        this.database = database;
    }

    @Override
    public void serve(Random random) throws SQLException {
        int part = 1 + random.nextInt(Catalogue.PARTS);
        int quantity = 10 + random.nextInt(90);
        Connection c = database.connect();
        try {
            Statement s = c.createStatement();
            s.executeUpdate("UPDATE shop_part SET on_hand = on_hand + " + quantity + " WHERE id = " + part);
            s.close();
        } finally {
            c.close();
        }
    }
}
