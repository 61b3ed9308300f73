package io.poolagent.sample.server;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** What a server wrote before it failed. */
final class ServerLog {

    private static final int LINES = 10;

    private ServerLog() {}

    /** The last lines of a server's log, to be put behind a message; empty when there is none. */
    static String tail(File log) {
        if (!log.isFile()) {
            return "";
        }
        try {
            List<String> lines = Files.readAllLines(log.toPath(), StandardCharsets.UTF_8);
            List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
            return last.isEmpty() ? "" : "\nIts last lines were:\n  " + String.join("\n  ", last);
        } catch (IOException e) {
            return "";
        }
    }
}
