package io.poolagent.sample.shop.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the shop has to say differently to different databases. Stateless. */
public abstract class Dialect {

    /** The driver's class, for Class.forName. */
    public abstract String driverClass();

    /** How a column is declared that numbers its rows by itself. */
    public abstract String identityColumn();

    /** The vendor's DataSource, new, with its setters called. */
    public abstract DataSource newDataSource(String url, @Nullable String user, @Nullable String password)
            throws SQLException;

    /**
     * A text for a label, made with a method of the vendor's connection class, to which the connection is cast.
     *
     * @return the same for the same text, whatever the connection
     */
    public abstract String label(Connection connection, String text) throws SQLException;

    /** The shortest query there is. */
    public String ping() {
        return "SELECT 1";
    }

    /** A query with one parameter (a number) and one number as its result, that takes its time. */
    public String slowQuery() {
        return "SELECT COUNT(*) FROM shop_customer a, shop_customer b WHERE a.credit_cents + b.credit_cents > ?";
    }

    /** Whether close() in the middle of a transaction rolls it back; Derby refuses to close instead. */
    public boolean closeRollsBack() {
        return true;
    }

    /** Notes in the session, not in a table, which clerk works with it. */
    public abstract void setClerk(Connection connection, String clerk) throws SQLException;

    /** The clerk that this session knows of; null in a fresh one. */
    public abstract @Nullable String clerk(Connection connection) throws SQLException;

    /** Runs statements one after the other. */
    static void execute(Connection connection, String... statements) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } finally {
            statement.close();
        }
    }

    /** The first column of the first row; null when it is null, empty, or there is no row. */
    static @Nullable String text(Connection connection, String query) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            ResultSet rows = statement.executeQuery(query);
            String value = rows.next() ? rows.getString(1) : null;
            return value == null || value.isEmpty() ? null : value;
        } finally {
            statement.close();
        }
    }
}
