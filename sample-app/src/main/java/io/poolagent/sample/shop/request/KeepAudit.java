package io.poolagent.sample.shop.request;

import io.poolagent.sample.shop.Count;
import io.poolagent.sample.shop.Database;
import io.poolagent.sample.shop.Tally;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Random;

/**
 * Books under a clerk's name, which is kept in the session. Since every request has a connection of its own, nobody ever
 * thought of clearing it.
 */
public final class KeepAudit implements Request {

    private final Database database;
    private final Tally tally;

    /** For a shop. */
    public KeepAudit(Database database, Tally tally) {
        this.database = database;
        this.tally = tally;
    }

    @Override
    public void serve(Random random) throws SQLException {
        String clerk = "clerk " + (1 + random.nextInt(7));
        Connection c = database.connect();
        try {
            if (database.dialect().clerk(c) != null) {
                tally.add(Count.STALE_SESSIONS, 1);
            }
            database.dialect().setClerk(c, clerk);
            PreparedStatement s = c.prepareStatement("INSERT INTO shop_audit (clerk, note) VALUES (?, ?)");
            s.setString(1, database.dialect().clerk(c));
            s.setString(2, "counted shelf " + random.nextInt(50));
            s.executeUpdate();
            s.close();
        } finally {
            c.close();
        }
    }
}
