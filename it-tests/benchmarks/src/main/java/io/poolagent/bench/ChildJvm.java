package io.poolagent.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM that runs to its end, which comes within two minutes. */
final class ChildJvm {
    private static final int PATIENCE_MINUTES = 2;

    private final List<String> command;

    ChildJvm(List<String> command) {
        this.command = command;
    }

    /** Its exit code, whatever it says. */
    int exitCode() throws IOException, InterruptedException {
        File nowhere = Files.createTempFile("bench-output-", ".txt").toFile();
        nowhere.deleteOnExit();
        return run(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(nowhere));
    }

    /** What it prints; what it says on standard error is passed on. */
    String output() throws IOException, InterruptedException {
        Path output = Files.createTempFile("bench-output-", ".txt");
        try {
            int exitCode = run(new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT));
            if (exitCode != 0) {
                throw new IOException("exit code " + exitCode + " of " + String.join(" ", command));
            }
            return Files.readString(output).strip();
        } finally {
            Files.delete(output);
        }
    }

    private static int run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                throw new IOException("not at its end: " + String.join(" ", builder.command()));
            }
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}
