package io.poolagent.sample.shop;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** The books at closing time, read from the database, and what the shop has counted besides. */
public final class ClosingReport {

    private static final String[][] QUESTIONS = {
        {"orders booked", "SELECT COUNT(*) FROM shop_order"},
        {"order lines", "SELECT COUNT(*) FROM shop_order_line"},
        {"revenue, in cents", "SELECT COALESCE(SUM(total_cents), 0) FROM shop_order"},
        {"the same by lines, in cents", "SELECT COALESCE(SUM(quantity * price_cents), 0) FROM shop_order_line"},
        {"customers with orders", "SELECT COUNT(DISTINCT customer_id) FROM shop_order"},
        {"next order number", "SELECT next_no FROM shop_number WHERE name = 'order'"},
        {"reservations", "SELECT COUNT(*) FROM shop_reservation"},
        {"pieces in them", "SELECT COALESCE(SUM(quantity), 0) FROM shop_reservation"},
        {"quotes left in the table", "SELECT COUNT(*) FROM shop_quote"},
        {
            "stock by category (on hand, reserved)",
            "SELECT category, SUM(on_hand), SUM(reserved) FROM shop_part GROUP BY category ORDER BY category"
        },
        {"audit entries by clerk", "SELECT clerk, COUNT(*) FROM shop_audit GROUP BY clerk ORDER BY clerk"},
    };

    private ClosingReport() {}

    /** Prints the report, one figure to a line. */
    public static void print(Database database, Tally tally, PrintStream out) throws SQLException {
        out.println("The shop at closing time");
        Connection c = database.connect();
        try {
            Statement s = c.createStatement();
            for (String[] question : QUESTIONS) {
                ResultSet rows = s.executeQuery(question[1]);
                printAnswer(question[0], rows, out);
                rows.close();
            }
            s.close();
        } finally {
            c.close();
        }
        for (Count count : Count.values()) {
            line(out, "  ", count.label(), Long.toString(tally.sum(count)));
        }
    }

    private static void printAnswer(String label, ResultSet rows, PrintStream out) throws SQLException {
        ResultSetMetaData metaData = rows.getMetaData();
        if (metaData.getColumnCount() == 1) {
            line(out, "  ", label, rows.next() ? rows.getString(1) : "none");
            return;
        }
        out.println("  " + label);
        while (rows.next()) {
            StringBuilder values = new StringBuilder();
            for (int column = 2; column <= metaData.getColumnCount(); column++) {
                values.append(String.format(Locale.ROOT, "%12s", rows.getString(column)));
            }
            line(out, "    ", rows.getString(1), values.toString());
        }
    }

    private static void line(PrintStream out, String indent, String label, String value) {
        out.println(String.format(Locale.ROOT, "%-44s %s", indent + label, value));
    }
}
