package io.poolagent.sample.shop.request;

import io.poolagent.sample.shop.Count;
import io.poolagent.sample.shop.Database;
import io.poolagent.sample.shop.Tally;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;

/** Lists the stock and, for the heading, the columns of the table. Closes everything, in the order of the textbook. */
public final class StockReport implements Request {

    private final Database database;
    private final Tally tally;

    /** For a shop. */
    public StockReport(Database database, Tally tally) {
        this.database = database;
        this.tally = tally;
    }

    @Override
    public void serve(Random random) throws SQLException {
        Connection c = database.connect();
        try {
            DatabaseMetaData metaData = c.getMetaData();
            String table = metaData.storesUpperCaseIdentifiers() ? "SHOP_PART" : "shop_part";
            ResultSet columns = metaData.getColumns(c.getCatalog(), null, table, "%");
            while (columns.next()) {
                tally.add(Count.COLUMNS_LISTED, columns.getString("COLUMN_NAME").length());
            }
            columns.close();
            Statement s = c.createStatement();
            ResultSet rows = s.executeQuery("SELECT id, on_hand, reserved FROM shop_part ORDER BY id");
            int expected = 0;
            while (rows.next()) {
                expected++;
                if (rows.getInt(1) != expected) {
                    throw new SQLException("Part " + expected + " is missing in the stock report.");
                }
            }
            rows.close();
            s.close();
        } finally {
            c.close();
        }
    }
}
