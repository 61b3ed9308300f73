package io.poolagent.sample.shop.request;

import io.poolagent.sample.shop.Catalogue;
import io.poolagent.sample.shop.Count;
import io.poolagent.sample.shop.Database;
import io.poolagent.sample.shop.Tally;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Random;

/** A page of the catalogue: the most frequent request. */
public final class BrowseCatalogue implements Request {

    private final Database database;
    private final Tally tally;

    /** For a shop. */
    public BrowseCatalogue(Database database, Tally tally) {
        this.database = database;
        this.tally = tally;
    }

    @Override
    public void serve(Random random) throws SQLException {
        String category = Catalogue.category(random.nextInt(Catalogue.categories()));
        int dearest = 500 + random.nextInt(4500);
        Connection c = database.connect();
        try {
            PreparedStatement s = c.prepareStatement(
                    "SELECT name, price_cents FROM shop_part WHERE category = ? AND price_cents <= ? ORDER BY name");
            s.setString(1, category);
            s.setInt(2, dearest);
            ResultSet rows = s.executeQuery();
            int shown = 0;
            while (rows.next()) {
                if (!rows.getString("name").isEmpty()) {
                    shown++;
                }
            }
            rows.close();
            s.close();
            tally.add(Count.PARTS_SHOWN, shown);
        } finally {
            c.close();
        }
    }
}
