package io.poolagent.sample.shop.request;

import io.poolagent.sample.shop.Count;
import io.poolagent.sample.shop.Database;
import io.poolagent.sample.shop.Tally;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;

/**
 * Works out a quote in a table, since the database adds up so well. Nothing of it is to stay: the connection is closed without a
 * commit, which rolls back.
 */
public final class MakeQuote implements Request {

    private final Database database;
    private final Tally tally;

    /** For a shop. */
    public MakeQuote(Database database, Tally tally) {
        this.database = database;
        this.tally = tally;
    }

    @Override
    public void serve(Random random) throws SQLException {
        long quote = random.nextLong();
        int positions = 1 + random.nextInt(4);
        Connection c = database.connect();
        try {
            c.setAutoCommit(false);
            PreparedStatement s =
                    c.prepareStatement("INSERT INTO shop_quote (quote_no, position_no, cents) VALUES (?, ?, ?)");
            for (int position = 1; position <= positions; position++) {
                s.setLong(1, quote);
                s.setInt(2, position);
                s.setLong(3, 100L + random.nextInt(10_000));
                s.addBatch();
            }
            s.executeBatch();
            Statement sum = c.createStatement();
            ResultSet rows = sum.executeQuery("SELECT SUM(cents) FROM shop_quote WHERE quote_no = " + quote);
            if (rows.next()) {
                tally.add(Count.QUOTED, rows.getLong(1));
            }
        } finally {
            if (!database.dialect().closeRollsBack()) {
                c.rollback();
            }
            c.close();
        }
    }
}
