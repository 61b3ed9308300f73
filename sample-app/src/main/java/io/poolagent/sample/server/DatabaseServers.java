package io.poolagent.sample.server;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Starts database servers: PostgreSQL and MariaDB from binaries that come as Maven artifacts, H2, HSQLDB and Derby inside this
 * JVM but reached over TCP, SQLite as a file. Every call starts another server with its own data, port and passwords.
 */
public final class DatabaseServers {

    /** The names that {@link #start} knows. */
    public static final List<String> NAMES =
            Collections.unmodifiableList(Arrays.asList("postgres", "mariadb", "h2", "hsqldb", "derby", "sqlite"));

    private static final int NEEDED_JAVA = 17;

    private DatabaseServers() {}

    /**
     * Starts a server by its short name.
     *
     * @param name one of {@link #NAMES}
     * @throws ServerStartException when it does not start
     * @throws IllegalArgumentException when the name is none of these
     */
    public static DatabaseServer start(String name) throws ServerStartException {
        String version = System.getProperty("java.specification.version");
        if (!name.equals("postgres") && version != null && Double.parseDouble(version) < NEEDED_JAVA) {
            throw new ServerStartException(
                    "Starting " + name + " needs Java " + NEEDED_JAVA + " (postgres does not); this is "
                            + System.getProperty("java.version") + ".",
                    null);
        }
        switch (name) {
            case "postgres":
                return postgres();
            case "mariadb":
                return mariadb();
            case "h2":
                return h2();
            case "hsqldb":
                return hsqldb();
            case "derby":
                return derby();
            case "sqlite":
                return sqlite();
            default:
                throw new IllegalArgumentException("No database server is called " + name + "; known are " + NAMES);
        }
    }

    /**
     * PostgreSQL with SCRAM-SHA-256 passwords in force and its default of 100 connections. Takes about 3 s.
     *
     * @throws NoBinaryException when there is no binary for this platform
     * @throws ServerStartException when it does not start
     */
    public static DatabaseServer postgres() throws ServerStartException {
        return postgres(Collections.<String, String>emptyMap());
    }

    /**
     * PostgreSQL with settings of one's own.
     *
     * @param settings lines of postgresql.conf, for example {@code max_connections} to {@code 20}; values without spaces
     * @throws NoBinaryException when there is no binary for this platform
     * @throws ServerStartException when it does not start
     */
    public static DatabaseServer postgres(Map<String, String> settings) throws ServerStartException {
        return Launch.of(() -> PostgresServer.start(settings));
    }

    /**
     * MariaDB with real passwords. Takes 5 to 10 s.
     *
     * @param arguments more arguments for mariadbd, for example {@code --max-connections=20}
     * @throws NoBinaryException when there is no binary for this platform
     * @throws ServerStartException when it does not start
     */
    public static DatabaseServer mariadb(String... arguments) throws ServerStartException {
        return Launch.of(() -> MariaDbServer.start(arguments));
    }

    /**
     * H2 in memory, reached over TCP.
     *
     * @throws ServerStartException when it does not start
     */
    public static DatabaseServer h2() throws ServerStartException {
        return Launch.of(H2Server::start);
    }

    /**
     * HSQLDB in memory with multi-version transactions, reached over TCP.
     *
     * @throws ServerStartException when it does not start
     */
    public static DatabaseServer hsqldb() throws ServerStartException {
        return Launch.of(HsqldbServer::start);
    }

    /**
     * Derby's network server with its native users.
     *
     * @throws ServerStartException when it does not start
     */
    public static DatabaseServer derby() throws ServerStartException {
        return Launch.of(DerbyServer::start);
    }

    /**
     * An SQLite file. There is no server: "closing" it deletes the file.
     *
     * @throws ServerStartException when there is no place for the file
     */
    public static DatabaseServer sqlite() throws ServerStartException {
        return Launch.of(SqliteFile::create);
    }
}
