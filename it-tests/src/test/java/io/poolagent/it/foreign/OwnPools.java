package io.poolagent.it.foreign;

import io.poolagent.it.harness.Libraries;
import io.poolagent.it.harness.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The jars that programs with pools of their own need. */
public final class OwnPools {
    /** Proxool makes its classes as one did before there were modules. */
    public static final String OPEN = "--add-opens=java.base/java.lang=ALL-UNNAMED";

    private static final String[] LIBRARIES = {
        "HikariCP",
        "slf4j-api",
        "commons-dbcp2",
        "commons-pool2",
        "commons-logging",
        "jakarta.transaction-api",
        "tomcat-jdbc",
        "tomcat-juli",
        "c3p0",
        "mchange-commons-java",
        "druid",
        "mybatis",
        "spring-jdbc",
        "spring-core",
        "spring-beans",
        "spring-tx"
    };

    private OwnPools() {}

    /** The older libraries, and PostgreSQL's driver. */
    public static List<Path> older() {
        List<Path> path = new ArrayList<>(Libraries.programsAnd(Libraries.POSTGRES));
        path.addAll(jars("pools"));
        path.addAll(jars("java8-drivers")); // UCP names classes of Oracle's driver
        return path;
    }

    /** The pools of containers, and PostgreSQL's driver. */
    public static List<Path> containers() {
        List<Path> path = new ArrayList<>(Libraries.programsAnd(Libraries.POSTGRES));
        path.addAll(jars("containers"));
        return path;
    }

    /** What the pom has copied to a folder. */
    public static List<Path> jars(String folder) {
        try (Stream<Path> all =
                Files.list(Project.ROOT.resolve("it-tests/target").resolve(folder))) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All libraries of pools, and a driver. */
    public static String[] with(String driver) {
        return Stream.concat(Stream.of(driver), Stream.of(LIBRARIES)).toArray(String[]::new);
    }
}
