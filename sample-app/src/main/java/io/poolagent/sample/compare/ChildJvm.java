package io.poolagent.sample.compare;

import io.poolagent.sample.load.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A run in a JVM of its own, which does not outlive this one. */
final class ChildJvm {

    private final String title;
    private final Progress progress;
    private final List<String> output = new ArrayList<>();

    /**
     * A run.
     *
     * @param title how it is called before people
     * @param progress shows the run's own progress and passes on what else it has to say
     */
    ChildJvm(String title, Progress progress) {
        this.title = title;
        this.progress = progress;
    }

    /**
     * Runs it to its end.
     *
     * @return what it printed and how it ended
     * @throws IOException when it cannot be started or ends without figures; the message has its exit code
     */
    ChildResult run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        Process process = builder.start();
        Thread atExit = new Thread(process::destroy, "stop-child");
        hook(atExit, process);
        process.getOutputStream().close();
        Thread errors = reader(process.getErrorStream(), this::hear);
        Thread lines = reader(process.getInputStream(), output::add);
        int status;
        try {
            status = process.waitFor();
            errors.join();
            lines.join();
        } finally {
            process.destroy();
        }
        unhook(atExit);
        progress.done();
        ChildResult result = new ChildResult(status, output);
        if (!result.hasFigures()) {
            throw new IOException("The JVM of " + title + " ended with exit code " + status
                    + " before it had any figures. What it said on standard error is above.");
        }
        return result;
    }

    private void hear(String line) {
        if (line.startsWith(Progress.MARK)) {
            progress.show(title + ": " + line.substring(Progress.MARK.length()));
        } else {
            progress.say("[" + title + "] " + line);
        }
    }

    private static Thread reader(InputStream stream, Consumer<String> consumer) {
        Thread thread = new Thread(
                () -> {
                    try (BufferedReader reader =
                            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                            consumer.accept(line);
                        }
                    } catch (IOException e) {
                        // The stream ends with the process.
                    }
                },
                "child-output");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void hook(Thread atExit, Process process) throws InterruptedException {
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
        } catch (IllegalStateException ending) {
            process.destroy();
            throw interrupted(ending);
        }
    }

    private static void unhook(Thread atExit) throws InterruptedException {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException ending) {
            throw interrupted(ending);
        }
    }

    private static InterruptedException interrupted(IllegalStateException ending) {
        InterruptedException interrupted = new InterruptedException("The JVM is ending");
        interrupted.initCause(ending);
        return interrupted;
    }
}
