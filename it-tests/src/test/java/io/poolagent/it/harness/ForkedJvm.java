package io.poolagent.it.harness;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A program in a JVM of its own, with or without the agent. It has a minute, and ends with the tests' JVM at the
 * latest. A run with the agent fails where the agent logged a hook error, or where the JVM warned of something that
 * was not announced with {@link #expecting}.
 */
public final class ForkedJvm {
    private Jdk jdk = Jdk.current();
    private final List<String> jvmArguments = new ArrayList<>();
    private final List<String> agents = new ArrayList<>();
    private List<String> launcher = List.of();
    private Path folder;
    private List<Path> classPath = Libraries.programsAnd();
    private final List<String> program = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final RunChecks checks = new RunChecks();
    private Duration patience = Duration.ofSeconds(60);

    private ForkedJvm(List<String> program) {
        this.program.addAll(program);
    }

    /** A legacy program, with its arguments. */
    public static ForkedJvm running(Class<?> main, String... arguments) {
        return new ForkedJvm(List.of(main.getName())).arguments(arguments);
    }

    /** Whatever stands behind the JVM's options: a main class, {@code -jar}, a source file, {@code -version}. */
    public static ForkedJvm launching(String... program) {
        return new ForkedJvm(List.of(program));
    }

    /** The Java installation; that of the tests where none is given. */
    public ForkedJvm on(Jdk other) {
        jdk = other;
        return this;
    }

    /** Libraries on the class path, by their artifacts' names, besides the legacy programs. */
    public ForkedJvm with(String... artifacts) {
        classPath = Libraries.programsAnd(artifacts);
        return this;
    }

    /** One more entry, in front of the class path. */
    public ForkedJvm classPathFirst(Path entry) {
        classPath = new ArrayList<>(classPath);
        classPath.add(0, entry);
        return this;
    }

    /** The whole class path, without the legacy programs. */
    public ForkedJvm classPath(List<Path> entries) {
        classPath = List.copyOf(entries);
        return this;
    }

    /** A command that is given the JVM's command as its arguments, and becomes the JVM. */
    public ForkedJvm through(String... command) {
        launcher = List.of(command);
        return this;
    }

    /** The folder it runs in. */
    public ForkedJvm in(Path directory) {
        folder = directory;
        return this;
    }

    /** The packaged agent, with options as {@code name=value}. */
    public ForkedJvm agent(String... options) {
        return agent(Project.AGENT, options);
    }

    /** Another jar of the agent; each call adds one. */
    public ForkedJvm agent(Path jar, String... options) {
        agents.add("-javaagent:" + jar + (options.length == 0 ? "" : "=" + String.join(",", options)));
        return this;
    }

    /** Options for the JVM. */
    public ForkedJvm jvm(String... arguments) {
        jvmArguments.addAll(List.of(arguments));
        return this;
    }

    /** More arguments for the program. */
    public ForkedJvm arguments(String... arguments) {
        program.addAll(List.of(arguments));
        return this;
    }

    /** An environment variable. */
    public ForkedJvm environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** How long it may take. */
    public ForkedJvm within(Duration time) {
        patience = time;
        return this;
    }

    /** A warning that the JVM itself gives for its options, as a regular expression found in the line. */
    public ForkedJvm expecting(String warning) {
        checks.expect(warning);
        return this;
    }

    /** Errors in the agent's hooks are what this run provokes. */
    public ForkedJvm provokingHookErrors() {
        checks.hookErrorsAllowed();
        return this;
    }

    /** Runs it to its end and checks what every run must keep. */
    public Run run() {
        Run run = execute(command());
        if (!agents.isEmpty()) {
            checks.check(run);
        }
        return run;
    }

    /**
     * Starts it and leaves it running: whoever calls this ends it. What every run must keep is checked where it is told to
     * end.
     */
    public Background start() {
        Background started = Background.start(command(), environment, folder);
        return agents.isEmpty() ? started : started.checkedBy(checks);
    }

    /** The same without the agent, then with it. */
    public Comparison compared(String... options) {
        if (!agents.isEmpty()) {
            throw new IllegalStateException("compared() adds the agent by itself");
        }
        Run without = run();
        Run with = agent(options).run();
        return new Comparison(without, with);
    }

    /** Runs a tool of the JDK, which gets its JVM options from the environment. */
    public static Run tool(Jdk jdk, String name, Map<String, String> environment, Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of(jdk.tool(name).toString()));
        command.addAll(List.of(arguments));
        return execute(command, environment, folder, Duration.ofSeconds(60));
    }

    private Run execute(List<String> command) {
        return execute(command, environment, folder, patience);
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(launcher);
        command.add(jdk.tool("java").toString());
        command.addAll(jvmArguments);
        command.addAll(agents);
        if (!program.get(0).equals("-jar")) {
            command.add("-cp");
            command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        }
        command.addAll(program);
        return command;
    }

    private static Run execute(List<String> command, Map<String, String> environment, Path folder, Duration patience) {
        try (Background started = Background.start(command, environment, folder)) {
            return started.await(patience);
        }
    }

    /** Takes away what would reach a JVM or the agent from the environment in which the tests run. */
    static void scrub(Map<String, String> environment) {
        environment
                .keySet()
                .removeIf(name -> name.equals("JAVA_TOOL_OPTIONS")
                        || name.equals("JDK_JAVA_OPTIONS")
                        || name.equals("_JAVA_OPTIONS")
                        || name.equals("CLASSPATH")
                        || name.startsWith("POOLAGENT_")
                        || name.startsWith("DB_POOL_"));
    }
}
