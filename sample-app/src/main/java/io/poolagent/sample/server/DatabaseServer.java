package io.poolagent.sample.server;

/**
 * A running database server that nobody else uses. It ends with {@link #close()}, and with the JVM at the latest.
 *
 * <p>The application's account may create and drop tables in its own database; it is not the administrator's.
 */
public interface DatabaseServer extends AutoCloseable {

    /** The product's name, for example {@code PostgreSQL}. */
    String name();

    /** One line for people: product, version, where it listens, how it checks passwords. */
    String description();

    /** The URL that the application connects to. It holds no password. */
    String jdbcUrl();

    /** The application's user; empty where the database has no users (SQLite). */
    String user();

    /** The application's password, made up at each start; empty where the database has no users (SQLite). */
    String password();

    /** The URL for the administrator, to the same database. */
    String adminUrl();

    /** The administrator's user; empty where the database has no users (SQLite). */
    String adminUser();

    /** The administrator's password; empty where the database has no users (SQLite). */
    String adminPassword();

    /** Stops the server and deletes its files. Closing again does nothing. Never throws. */
    @Override
    void close();
}
