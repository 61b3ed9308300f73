package io.poolagent.sample.shop.dialect;

import java.sql.SQLException;
import java.util.Locale;

/** Finds the dialect for a JDBC URL. */
public final class Dialects {

    /** The beginnings of the URLs that have a dialect. */
    public static final String KNOWN =
            "jdbc:postgresql:, jdbc:mariadb:, jdbc:mysql:, jdbc:h2:, jdbc:hsqldb:, jdbc:derby:, jdbc:sqlite:";

    private Dialects() {}

    /**
     * The dialect for a URL, by how it begins.
     *
     * @param url a JDBC URL
     * @throws SQLException when the shop does not know the database
     */
    public static Dialect forUrl(String url) throws SQLException {
        String lower = url.toLowerCase(Locale.ROOT);
        if (lower.startsWith("jdbc:postgresql:")) {
            return new PostgresDialect();
        } else if (lower.startsWith("jdbc:mariadb:")) {
            return new MariaDbDialect();
        } else if (lower.startsWith("jdbc:mysql:")) {
            return new MySqlDialect();
        } else if (lower.startsWith("jdbc:h2:")) {
            return new H2Dialect();
        } else if (lower.startsWith("jdbc:hsqldb:")) {
            return new HsqldbDialect();
        } else if (lower.startsWith("jdbc:derby:")) {
            return new DerbyDialect();
        } else if (lower.startsWith("jdbc:sqlite:")) {
            return new SqliteDialect();
        }
        throw new SQLException("The shop does not know the database of this URL. It knows " + KNOWN);
    }
}
