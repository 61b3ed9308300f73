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

/** The report that somebody wrote in a hurry: it closes neither result set nor statement nor connection. */
public final class ForgetfulReport implements Request {

    private final Database database;
    private final Tally tally;

    /** For a shop. */
    public ForgetfulReport(Database database, Tally tally) {
        this.database = database;
        this.tally = tally;
    }

    @Override
    public void serve(Random random) throws SQLException {
        Connection c = database.connect();
        Statement s = c.createStatement();
        ResultSet rows = s.executeQuery("SELECT COUNT(*) FROM shop_customer");
        if (rows.next() && rows.getInt(1) == Catalogue.CUSTOMERS) {
            tally.add(Count.FORGOTTEN, 1);
        }
    }
}
