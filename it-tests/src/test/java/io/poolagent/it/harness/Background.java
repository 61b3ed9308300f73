package io.poolagent.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A process that runs beside the test. It ends when this is closed, and with the tests' JVM at the latest. */
public final class Background implements AutoCloseable {
    private static final Duration TO_END = Duration.ofSeconds(20);

    private final List<String> command;
    private final Path output;
    private final Path errors;
    private final Process process;
    private final long start = System.nanoTime();
    private RunChecks checks = new RunChecks();
    private boolean checked;

    private Background(List<String> command, ProcessBuilder builder) throws IOException {
        this.command = command;
        this.output = Files.createTempFile("it-output-", ".txt");
        this.errors = Files.createTempFile("it-errors-", ".txt");
        try {
            this.process =
                    Children.start(builder.redirectOutput(output.toFile()).redirectError(errors.toFile()));
        } catch (IOException e) {
            delete();
            throw e;
        }
    }

    static Background start(List<String> command, Map<String, String> environment, Path folder) {
        ProcessBuilder builder = new ProcessBuilder(command);
        ForkedJvm.scrub(builder.environment());
        builder.environment().putAll(environment);
        if (folder != null) {
            builder.directory(folder.toFile());
        }
        try {
            return new Background(command, builder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Background checkedBy(RunChecks wanted) {
        checks = wanted;
        checked = true;
        return this;
    }

    /** Whether it has not ended. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /** Tells it to end, as a service manager does, and returns what it did. */
    public Run end() {
        process.destroy();
        Run run = await(TO_END);
        if (checked) {
            checks.check(run);
        }
        return run;
    }

    /** Waits for its end, and fails where it does not come in time. */
    Run await(Duration patience) {
        try {
            int exitCode = Children.await(process, patience);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            Run run = new Run(
                    String.join(" ", command),
                    exitCode,
                    Files.readString(output, StandardCharsets.ISO_8859_1),
                    Files.readString(errors),
                    took);
            if (exitCode == Children.TIMED_OUT) {
                throw new AssertionError("not at its end after " + took.toSeconds() + " s: " + run);
            }
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Children.end(process);
        delete();
    }

    private void delete() {
        try {
            Files.deleteIfExists(output);
            Files.deleteIfExists(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
