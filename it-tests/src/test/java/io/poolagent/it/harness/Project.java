package io.poolagent.it.harness;

import java.nio.file.Path;

/** What the build made, and where it is. The pom says so. */
public final class Project {
    /** The packaged agent. */
    public static final Path AGENT = path("it.agent.jar");
    /** The packaged sample application, its libraries beside it. */
    public static final Path SAMPLE = path("it.sample.jar");
    /** The compiled legacy programs. */
    public static final Path PROGRAMS = path("it.programs");
    /** The top folder. */
    public static final Path ROOT = path("it.root");
    /** Where the class paths of the public test suites are. */
    public static final Path SUITES = path("it.suites");

    private Project() {}

    private static Path path(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("the system property " + property + " is missing; the pom sets it");
        }
        return Path.of(value).toAbsolutePath().normalize();
    }
}
