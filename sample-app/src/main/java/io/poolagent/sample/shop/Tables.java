package io.poolagent.sample.shop;

import io.poolagent.sample.shop.dialect.Dialect;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** The shop's tables: dropped, made and filled anew at each start. All their names begin with shop_. */
public final class Tables {

    private static final String[] NAMES = {
        "shop_part",
        "shop_customer",
        "shop_order",
        "shop_order_line",
        "shop_reservation",
        "shop_quote",
        "shop_audit",
        "shop_number"
    };

    private Tables() {}

    /** Makes the shop new: full shelves, no orders. */
    public static void reset(Database database) throws SQLException {
        Connection c = database.connect();
        try {
            for (String name : NAMES) {
                dropIfThere(c, name);
            }
            create(c, database.dialect());
            c.setAutoCommit(false);
            fillParts(c);
            fillCustomers(c);
            c.commit();
        } finally {
            c.close();
        }
    }

    private static void dropIfThere(Connection c, String name) throws SQLException {
        DatabaseMetaData metaData = c.getMetaData();
        String stored = metaData.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
        ResultSet tables = metaData.getTables(c.getCatalog(), null, stored, null);
        boolean there = tables.next();
        tables.close();
        if (there) {
            Statement s = c.createStatement();
            s.executeUpdate("DROP TABLE " + name);
            s.close();
        }
    }

    private static void create(Connection c, Dialect dialect) throws SQLException {
        String id = "id " + dialect.identityColumn();
        Statement s = c.createStatement();
        s.executeUpdate("CREATE TABLE shop_part (id INTEGER PRIMARY KEY, name VARCHAR(40), category VARCHAR(20),"
                + " price_cents INTEGER, on_hand INTEGER, reserved INTEGER)");
        s.executeUpdate("CREATE TABLE shop_customer (id INTEGER PRIMARY KEY, name VARCHAR(40), city VARCHAR(20),"
                + " credit_cents BIGINT)");
        s.executeUpdate(
                "CREATE TABLE shop_order (order_no BIGINT PRIMARY KEY, customer_id INTEGER, total_cents BIGINT)");
        s.executeUpdate("CREATE TABLE shop_order_line (order_no BIGINT NOT NULL, part_id INTEGER NOT NULL,"
                + " quantity INTEGER, price_cents INTEGER, PRIMARY KEY (order_no, part_id))");
        s.executeUpdate("CREATE TABLE shop_reservation (" + id + ", part_id INTEGER, customer_id INTEGER,"
                + " quantity INTEGER)");
        s.executeUpdate("CREATE TABLE shop_quote (quote_no BIGINT NOT NULL, position_no INTEGER NOT NULL, cents BIGINT,"
                + " PRIMARY KEY (quote_no, position_no))");
        s.executeUpdate("CREATE TABLE shop_audit (" + id + ", clerk VARCHAR(30), note VARCHAR(40))");
        s.executeUpdate("CREATE TABLE shop_number (name VARCHAR(20) PRIMARY KEY, next_no BIGINT)");
        s.executeUpdate("INSERT INTO shop_number VALUES ('order', 1001)");
        s.close();
    }

    private static void fillParts(Connection c) throws SQLException {
        PreparedStatement s = c.prepareStatement("INSERT INTO shop_part VALUES (?, ?, ?, ?, ?, 0)");
        for (int part = 1; part <= Catalogue.PARTS; part++) {
            s.setInt(1, part);
            s.setString(2, Catalogue.nameOf(part));
            s.setString(3, Catalogue.categoryOf(part));
            s.setInt(4, Catalogue.priceOf(part));
            s.setInt(5, Catalogue.ON_HAND);
            s.addBatch();
        }
        s.executeBatch();
        s.close();
    }

    private static void fillCustomers(Connection c) throws SQLException {
        PreparedStatement s = c.prepareStatement("INSERT INTO shop_customer VALUES (?, ?, ?, ?)");
        for (int customer = 1; customer <= Catalogue.CUSTOMERS; customer++) {
            s.setInt(1, customer);
            s.setString(2, "Customer " + customer);
            s.setString(3, Catalogue.cityOf(customer));
            s.setLong(4, Catalogue.creditOf(customer));
            s.addBatch();
        }
        s.executeBatch();
        s.close();
    }
}
