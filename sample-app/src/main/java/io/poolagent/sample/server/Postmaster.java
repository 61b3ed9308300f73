package io.poolagent.sample.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Stops a PostgreSQL that runs although its start has failed, so that the library has no handle to it. */
final class Postmaster {

    private Postmaster() {}

    /** Stops the server that works in a folder, if there is one. */
    static void stop(Path folder) throws IOException {
        Path pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile, StandardCharsets.UTF_8);
        if (lines.isEmpty()) {
            return;
        }
        String pid = lines.get(0).trim();
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        ProcessBuilder kill =
                windows ? new ProcessBuilder("taskkill", "/F", "/PID", pid) : new ProcessBuilder("kill", "-QUIT", pid);
        try {
            kill.start().waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
