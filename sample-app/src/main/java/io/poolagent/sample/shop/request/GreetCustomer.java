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
import javax.sql.DataSource;

/** Greets a customer by name. Its author had read about DataSources, and makes a new one each time. */
public final class GreetCustomer implements Request {

    private final Database database;
    private final Tally tally;

    /** For a shop. */
    public GreetCustomer(Database database, Tally tally) {
        this.database = database;
        this.tally = tally;
    }

    @Override
    public void serve(Random random) throws SQLException {
        int customer = 1 + random.nextInt(Catalogue.CUSTOMERS);
        DataSource source = database.dataSource();
        Connection c = source.getConnection();
        try {
            PreparedStatement s = c.prepareStatement("SELECT name, city FROM shop_customer WHERE id = ?");
            s.setInt(1, customer);
            ResultSet rows = s.executeQuery();
            if (rows.next() && rows.getString(1).endsWith(" " + customer)) {
                tally.add(Count.CUSTOMERS_GREETED, 1);
            }
            rows.close();
            s.close();
        } finally {
            c.close();
        }
    }
}
