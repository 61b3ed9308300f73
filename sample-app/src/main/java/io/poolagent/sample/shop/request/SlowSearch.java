package io.poolagent.sample.shop.request;

import io.poolagent.sample.shop.Count;
import io.poolagent.sample.shop.Database;
import io.poolagent.sample.shop.Tally;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Random;

/** A search that nobody has ever found the time to speed up. */
public final class SlowSearch implements Request {

    private final Database database;
    private final Tally tally;

    /** For a shop. */
    public SlowSearch(Database database, Tally tally) {
        this.database = database;
        this.tally = tally;
    }

    @Override
    public void serve(Random random) throws SQLException {
        Connection c = database.connect();
        try {
            PreparedStatement s = c.prepareStatement(database.dialect().slowQuery());
            s.setInt(1, 1 + random.nextInt(200_000));
            ResultSet rows = s.executeQuery();
            if (rows.next()) {
                tally.add(Count.SLOW_ANSWERS, rows.getLong(1));
            }
        } finally {
            c.close();
        }
    }
}
