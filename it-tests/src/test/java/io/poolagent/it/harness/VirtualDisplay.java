package io.poolagent.it.harness;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A screen in memory, for programs with windows. It ends when this is closed. */
public final class VirtualDisplay implements AutoCloseable {
    private static final Path SERVER = Path.of("/usr/bin/Xvfb");

    private final Process process;
    private final String name;

    private VirtualDisplay(Process process) throws IOException {
        this.process = process;
        // It chooses a number that nobody uses, and says which once it listens.
        String number = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))
                .readLine();
        if (number == null) {
            Children.end(process);
            throw new IOException(SERVER + " did not start");
        }
        this.name = ":" + number;
    }

    /** One of so many pixels; the calling test is skipped where there is no such server. */
    public static VirtualDisplay require(int width, int height) throws IOException {
        assumeTrue(Files.isExecutable(SERVER), () -> "no " + SERVER + " on this machine");
        return new VirtualDisplay(Children.start(new ProcessBuilder(
                        SERVER.toString(),
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        width + "x" + height + "x24",
                        "-nolisten",
                        "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)));
    }

    /** What a program's environment has as {@code DISPLAY}. */
    public String name() {
        return name;
    }

    @Override
    public void close() throws IOException {
        process.destroy(); // it removes its socket
        try {
            Children.await(process, Duration.ofSeconds(5));
        } finally {
            Children.end(process);
        }
    }
}
