package io.poolagent.sample.shop;

import io.poolagent.sample.shop.dialect.Dialect;
import io.poolagent.sample.shop.dialect.Dialects;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where the shop keeps its books, and the two ways in which its code gets a connection to it. */
public final class Database {

    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;
    private final Dialect dialect;

    /**
     * Loads the driver, as one did before drivers registered themselves.
     *
     * @param url a JDBC URL of one of the databases in {@link Dialects}
     * @param user the user, or null when the URL names it
     * @param password the password, or null when the URL holds it
     * @throws SQLException when no dialect fits the URL or the driver cannot be loaded; the message is for people
     */
    public Database(String url, @Nullable String user, @Nullable String password) throws SQLException {
        this.url = url;
        this.user = user;
        this.password = password;
        this.dialect = Dialects.forUrl(url);
        try {
            Class.forName(dialect.driverClass());
        } catch (ClassNotFoundException e) {
            throw new SQLException("The driver " + dialect.driverClass() + " is not on the class path.", e);
        } catch (UnsupportedClassVersionError e) {
            throw new SQLException(
                    "The driver " + dialect.driverClass() + " does not run on Java "
                            + System.getProperty("java.version") + ": " + e.getMessage(),
                    e);
        }
    }

    /** What differs from database to database. */
    public Dialect dialect() {
        return dialect;
    }

    /** A new connection from DriverManager. The caller closes it. */
    public Connection connect() throws SQLException {
        return user == null
                ? DriverManager.getConnection(url)
                : DriverManager.getConnection(url, user, password == null ? "" : password);
    }

    /** A new DataSource of the vendor's, made and filled in for this one use. */
    public DataSource dataSource() throws SQLException {
        return dialect.newDataSource(url, user, password);
    }
}
