package io.poolagent.it.suites;

import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Project;
import io.poolagent.it.harness.Run;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tests of another project, run whole by JUnit's console launcher in a JVM of their own. */
final class Suite {
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final String name;
    private final Path target;
    private final List<String> jvmArguments = new ArrayList<>();
    private final List<String> launcher = new ArrayList<>();

    private Suite(String name) {
        this.name = name;
        this.target = Project.SUITES.resolve(name).resolve("target");
    }

    /** The suite of one of the folders in {@code suites}. */
    static Suite of(String name) {
        return new Suite(name);
    }

    String name() {
        return name;
    }

    /** The top folder of the sources, where the tests come as such. */
    Path sources() {
        try (Stream<Path> unpacked = Files.list(target.resolve("sources"))) {
            return unpacked.filter(Files::isDirectory).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Options for its JVM. */
    Suite jvm(String... arguments) {
        jvmArguments.addAll(List.of(arguments));
        return this;
    }

    /** Servers that the suite starts itself refuse to run as root; in a user namespace of its own root has no name. */
    Suite notAsRoot() {
        if (System.getProperty("user.name").equals("root")) {
            launcher.addAll(List.of("unshare", "--user"));
        }
        return this;
    }

    /** A run without the agent; the name says which, and is that of the folder with its reports. */
    SuiteResults without(String run) {
        return execute(run, jvm(run));
    }

    /** A run with the agent. */
    SuiteResults with(String run, String... options) {
        return execute(run, jvm(run).agent(options));
    }

    private ForkedJvm jvm(String run) {
        return ForkedJvm.launching("org.junit.platform.console.ConsoleLauncher", "execute")
                .through(launcher.toArray(new String[0]))
                .classPath(classPath())
                .in(emptyFolder(run))
                .jvm(jvmArguments.toArray(new String[0]))
                .arguments("--scan-classpath=" + tests(), "--include-classname=.*")
                .arguments("--reports-dir=reports", "--details=none", "--disable-banner")
                .within(PATIENCE)
                // The suites write of warnings themselves.
                .expecting("");
    }

    private SuiteResults execute(String run, ForkedJvm jvm) {
        Run ended = jvm.run();
        Path folder = folder(run);
        try {
            Files.writeString(folder.resolve("errors.txt"), ended.errors());
            Files.writeString(folder.resolve("output.txt"), ended.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SuiteResults.read(folder.resolve("reports"), ended);
    }

    private List<Path> classPath() {
        List<Path> entries = new ArrayList<>();
        Path compiled = target.resolve("test-classes");
        if (Files.isDirectory(compiled)) {
            entries.add(compiled);
        }
        try {
            String listed = Files.readString(target.resolve("class-path.txt"));
            Stream.of(listed.trim().split(Pattern.quote(File.pathSeparator)))
                    .map(Path::of)
                    .forEach(entries::add);
        } catch (IOException e) {
            throw new UncheckedIOException("the profile \"suites\" makes the class path of " + name, e);
        }
        return entries;
    }

    /** Where the tests are: what was compiled here, and the jars that hold a project's tests. */
    private String tests() {
        return classPath().stream()
                .map(Path::toString)
                .filter(entry -> !entry.endsWith(".jar") || entry.endsWith("-tests.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Path folder(String run) {
        return target.resolve("runs").resolve(run);
    }

    private Path emptyFolder(String run) {
        Path folder = folder(run);
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> old = Files.walk(folder)) {
                    for (Path each : old.sorted(Comparator.reverseOrder()).toList()) {
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
