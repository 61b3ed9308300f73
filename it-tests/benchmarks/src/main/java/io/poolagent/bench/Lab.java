package io.poolagent.bench;

import io.poolagent.bench.AgentJar.Attachment;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs what is to be measured, in JVMs of its own. What JMH says goes to a file, progress to standard error. */
final class Lab implements AutoCloseable {
    /**
     * HotSpot asks for the caller's class, as DriverManager does, some 200 ns faster where getConnection is inlined into that;
     * whether it is, is decided anew in each JVM, by whatever was compiled first, with the agent and without. So that rows can
     * be compared it is not, in any.
     */
    private static final List<String> ONE_STATE =
            List.of("-XX:CompileCommand=quiet", "-XX:CompileCommand=dontinline,java.sql.DriverManager::getConnection");

    private final Extent extent;
    private final Path java;
    private final AgentJar agent;
    private final Path jmhLog;
    private final PrintStream jmhOutput;

    private Lab(Extent extent, Path java, AgentJar agent, Path jmhLog, PrintStream jmhOutput) {
        this.extent = extent;
        this.java = java;
        this.agent = agent;
        this.jmhLog = jmhLog;
        this.jmhOutput = jmhOutput;
    }

    /**
     * Looks at the agent and makes the folder, which may exist.
     *
     * @param javaHome the Java installation to measure on
     */
    static Lab in(Path folder, Path agentJar, Path javaHome, Extent extent) throws IOException {
        Files.createDirectories(folder);
        Path logs = Files.createTempDirectory(folder, "run-");
        Path java = javaHome.resolve("bin").resolve("java");
        Path jmhLog = logs.resolve("jmh.txt");
        AgentJar agent = AgentJar.at(agentJar, logs);
        return new Lab(extent, java, agent, jmhLog, new PrintStream(jmhLog.toFile(), StandardCharsets.UTF_8));
    }

    Extent extent() {
        return extent;
    }

    AgentJar agent() {
        return agent;
    }

    /** The modes of taking stacks to measure; null stands for the agent as it comes. */
    List<@Nullable String> stacks() throws IOException, InterruptedException {
        List<@Nullable String> modes = new ArrayList<>(extent == Extent.CHECK ? List.of() : agent.stacks(java));
        if (modes.isEmpty()) {
            modes.add(null);
        }
        return modes;
    }

    /**
     * One fork of a benchmark.
     *
     * @param title for people who wait
     * @param attached the agent in it; null for none
     * @param properties system properties for it
     * @param into gets the result
     */
    void measure(
            String title,
            Class<?> benchmark,
            Map<String, String> parameters,
            @Nullable Attachment attached,
            int threads,
            int warmUps,
            Map<String, String> properties,
            Scores into)
            throws IOException {
        progress(title);
        List<String> jvmArguments = new ArrayList<>(ONE_STATE);
        if (attached != null) {
            jvmArguments.add(attached.jvmArgument());
        }
        properties.forEach((name, value) -> jvmArguments.add("-D" + name + "=" + value));
        // Whether a benchmark runs can be seen in this JVM, where it needs no agent.
        boolean here = extent == Extent.CHECK && attached == null;
        if (here) {
            properties.forEach(System::setProperty);
        }
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + benchmark.getName().replace(".", "\\.") + "\\.")
                .forks(here ? 0 : 1)
                .threads(threads)
                .warmupIterations(warmUps)
                .warmupTime(extent.warmUpTime())
                .measurementIterations(extent.iterations)
                .measurementTime(extent.time())
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .jvm(java.toString())
                .jvmArgs(jvmArguments.toArray(new String[0]))
                .param("agent", String.valueOf(attached != null));
        parameters.forEach(options::param);
        try {
            into.add(
                    new Runner(options.build(), OutputFormatFactory.createFormatInstance(jmhOutput, VerboseMode.NORMAL))
                            .run());
        } catch (RunnerException e) {
            String logs = jmhLog + (attached == null ? "" : " and " + attached.log());
            throw new IOException(title + ": " + e.getMessage() + "; see " + logs, e);
        }
        if (attached != null) {
            attached.check();
        }
    }

    /** The output of a program. */
    String run(
            String title,
            Class<?> program,
            @Nullable Attachment attached,
            List<String> jvmArguments,
            List<String> arguments)
            throws IOException, InterruptedException {
        progress(title);
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(jvmArguments);
        if (attached != null) {
            command.add(attached.jvmArgument());
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path", ""), program.getName()));
        command.addAll(arguments);
        String output = new ChildJvm(command).output();
        if (attached != null) {
            attached.check();
        }
        return output;
    }

    @SuppressWarnings("SystemOut")
    private void progress(String line) {
        if (extent != Extent.CHECK) {
            System.err.println("[benchmarks] " + line);
        }
    }

    @Override
    public void close() {
        jmhOutput.close();
    }
}
