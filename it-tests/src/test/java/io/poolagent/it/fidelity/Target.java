package io.poolagent.it.fidelity;

import io.poolagent.it.harness.Drivers;
import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Servers;
import io.poolagent.sample.server.DatabaseServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import legacy.fidelity.Play;
import legacy.fidelity.Product;
import legacy.fidelity.Topic;

/** What the cases are played on: a server and one of its drivers, or a database inside the program. */
enum Target {
    POSTGRES(Drivers.POSTGRES),
    MARIADB(Drivers.MARIADB),
    CONNECTOR_J(Drivers.CONNECTOR_J),
    H2(Drivers.H2),
    HSQLDB(Drivers.HSQLDB),
    DERBY(Drivers.DERBY),
    /** SQLite is pooled here, though it is not by default, to see its handles. */
    SQLITE_POOLED(Drivers.SQLITE),
    SQLITE(Drivers.SQLITE),
    HSQLDB_INSIDE("jdbc:hsqldb:mem:fidelity", "SA", "", "hsqldb"),
    DERBY_INSIDE("jdbc:derby:FOLDER/fidelity;create=true", "app", "secret", "derby derbyshared derbytools");

    /** Those in a process of their own. */
    static final Target[] SERVERS = {POSTGRES, MARIADB, CONNECTOR_J, H2, HSQLDB, DERBY};

    private final Drivers driver;
    private final String url;
    private final String user;
    private final String password;
    private final String libraries;

    Target(Drivers driver) {
        this(driver, "", "", "", "");
    }

    Target(String url, String user, String password, String libraries) {
        this(null, url, user, password, libraries);
    }

    Target(Drivers driver, String url, String user, String password, String libraries) {
        this.driver = driver;
        this.url = url;
        this.user = user;
        this.password = password;
        this.libraries = libraries;
    }

    Product product() {
        return Product.of(driver == null ? url : driver.scheme());
    }

    /** Whether the agent pools it. */
    boolean isPooled() {
        return this != SQLITE;
    }

    /** The options that the agent needs for it. */
    List<String> options() {
        return this == SQLITE_POOLED ? List.of("url.include=jdbc:sqlite:*") : List.of();
    }

    /** The player of a topic's cases. */
    ForkedJvm playing(Class<? extends Topic> topic, String name) {
        if (driver == null) {
            String place = url.replace("FOLDER", emptyFolder().toString());
            return ForkedJvm.running(Play.class, topic.getName(), name, place, user, password, place, user, password)
                    .with(libraries.split(" "));
        }
        DatabaseServer server = Servers.get(driver.server());
        return ForkedJvm.running(Play.class, topic.getName(), name)
                .arguments(url(server.jdbcUrl()), server.user(), server.password())
                .arguments(url(server.adminUrl()), server.adminUser(), server.adminPassword())
                .with(driver.libraries());
    }

    /** Connector/J encrypts where the server can, and takes 50 ms for it. */
    private String url(String ofServer) {
        return driver.url(ofServer) + (this == CONNECTOR_J ? "?sslMode=DISABLED" : "");
    }

    /** The same place for both runs, since programs may print it, without what the first run left there. */
    private static Path emptyFolder() {
        Path folder = Path.of(
                System.getProperty("java.io.tmpdir"),
                "fidelity-" + ProcessHandle.current().pid());
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(each);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
