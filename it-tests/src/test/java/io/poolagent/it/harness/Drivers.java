package io.poolagent.it.harness;

import io.poolagent.sample.server.DatabaseServer;

/** A server, and one of the drivers for it. */
public enum Drivers {
    POSTGRES("postgres", "jdbc:postgresql:", "postgresql"),
    MARIADB("mariadb", "jdbc:mariadb:", "mariadb-java-client"),
    CONNECTOR_J("mariadb", "jdbc:mysql:", "mysql-connector-j"),
    H2("h2", "jdbc:h2:", "h2"),
    HSQLDB("hsqldb", "jdbc:hsqldb:", "hsqldb"),
    DERBY("derby", "jdbc:derby:", "derbyclient derbyshared"),
    SQLITE("sqlite", "jdbc:sqlite:", "sqlite-jdbc");

    private final String server;
    private final String scheme;
    private final String libraries;

    Drivers(String server, String scheme, String libraries) {
        this.server = server;
        this.scheme = scheme;
        this.libraries = libraries;
    }

    /** How its URLs begin. */
    public String scheme() {
        return scheme;
    }

    /** The name of its server for {@link Servers#get}. */
    public String server() {
        return server;
    }

    /** A URL of its server's, for this driver. */
    public String url(String ofServer) {
        return ofServer.replaceFirst("^jdbc:[a-z0-9]+:", scheme);
    }

    /** The artifacts that it consists of. */
    public String[] libraries() {
        return libraries.split(" ");
    }

    /** A program with this driver on its class path; its first arguments are URL, user and password. */
    public ForkedJvm running(Class<?> program, String... more) {
        DatabaseServer running = Servers.get(server);
        return ForkedJvm.running(program, url(running.jdbcUrl()), running.user(), running.password())
                .arguments(more)
                .with(libraries());
    }
}
