package io.poolagent.sample.shop.request;

import io.poolagent.sample.shop.Catalogue;
import io.poolagent.sample.shop.Count;
import io.poolagent.sample.shop.Database;
import io.poolagent.sample.shop.Tally;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;
import java.util.zip.CRC32;

/** Prints a label. How names are quoted on it, the shop leaves to a method of the vendor's own connection class. */
public final class PrintLabel implements Request {

    private final Database database;
    private final Tally tally;

    /** For a shop. */
    public PrintLabel(Database database, Tally tally) {
        this.database = database;
        this.tally = tally;
    }

    @Override
    public void serve(Random random) throws SQLException {
        String text = "part \"" + (1 + random.nextInt(Catalogue.PARTS)) + "\"";
        Connection c = database.connect();
        try {
            CRC32 checksum = new CRC32();
            checksum.update(database.dialect().label(c, text).getBytes(StandardCharsets.UTF_8));
            tally.add(Count.LABEL_CHECKSUM, checksum.getValue());
        } finally {
            c.close();
        }
    }
}
