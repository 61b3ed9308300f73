package io.poolagent.it.release;

import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Servers;
import io.poolagent.sample.server.DatabaseServer;

/** A server, and one of the drivers for it. */
enum Drivers {
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

    /** A program with this driver on its class path; its first arguments are URL, user and password. */
    ForkedJvm running(Class<?> program, String... more) {
        DatabaseServer running = Servers.get(server);
        String url = running.jdbcUrl().replaceFirst("^jdbc:[a-z0-9]+:", scheme);
        return ForkedJvm.running(program, url, running.user(), running.password())
                .arguments(more)
                .with(libraries.split(" "));
    }
}
