package io.poolagent.it.harness;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Jars for the class paths of legacy programs, taken from the tests' own class path. */
public final class Libraries {
    /** PostgreSQL's driver. */
    public static final String POSTGRES = "postgresql";
    /** MariaDB's driver. */
    public static final String MARIADB = "mariadb-java-client";
    /** MySQL's driver, Connector/J. */
    public static final String MYSQL = "mysql-connector-j";
    /** H2. */
    public static final String H2 = "h2";

    private static final List<Path> ALL = Stream.of(
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                            .split(Pattern.quote(File.pathSeparator)))
            .map(Path::of)
            .toList();

    private Libraries() {}

    /** The legacy programs and the named libraries, each by its artifact's name. */
    public static List<Path> programsAnd(String... artifacts) {
        List<Path> path = new ArrayList<>(List.of(Project.PROGRAMS));
        for (String artifact : artifacts) {
            path.add(jar(artifact));
        }
        return path;
    }

    /** One library. */
    public static Path jar(String artifact) {
        Pattern name = Pattern.compile(Pattern.quote(artifact) + "-[0-9][^/\\\\]*\\.jar");
        return ALL.stream()
                .filter(file -> name.matcher(file.getFileName().toString()).matches())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no jar of " + artifact + " in " + ALL));
    }
}
