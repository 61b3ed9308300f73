package io.poolagent.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every benchmark runs. Its figures are of no interest here. */
class BenchmarksIT {
    private static final List<String> ROWS = List.of(
            "| recursion alone | 10 |",
            "| HikariCP | 10 |",
            "| HikariCP, leakDetectionThreshold=60000 | 10 |",
            "| DriverManager, constant connection, no agent | 10 |",
            "| agent, through a DataSource | 10 |",
            "| agent, through DriverManager | 10 |",
            "| raw |",
            "| without the agent |",
            "| HikariCP by hand | 2 |",
            "| agent | 2 |");

    @Test
    void every_program_runs_and_has_a_row() throws Exception {
        // Two builds on one machine may check at the same time.
        System.setProperty("jmh.ignoreLock", "true");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Main.run(new PrintStream(printed, true, StandardCharsets.UTF_8), "--check");
        String text = printed.toString(StandardCharsets.UTF_8);
        for (String row : ROWS) {
            assertTrue(text.contains(row), () -> row + " is missing in:\n" + text);
        }
    }
}
