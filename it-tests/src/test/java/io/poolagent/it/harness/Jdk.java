package io.poolagent.it.harness;

import java.io.File;
import java.nio.file.Path;

/**
 * A Java installation.
 *
 * @param feature its feature version: 8, 11, 17 ...
 * @param home its folder
 */
public record Jdk(int feature, Path home) {
    /** The one that runs the tests. */
    public static Jdk current() {
        return new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
    }

    /** The launcher or a tool. */
    public Path tool(String name) {
        return home.resolve("bin").resolve(File.separatorChar == '\\' ? name + ".exe" : name);
    }

    /** Whether the agent has modules to deal with, and the JVM the newer logging options. */
    public boolean isModular() {
        return feature >= 9;
    }

    @Override
    public String toString() {
        return "Java " + feature;
    }
}
