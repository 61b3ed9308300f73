package io.poolagent.it.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.Comparison;
import io.poolagent.it.harness.Drivers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import legacy.release.SessionState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Nothing that one lease leaves in its session is seen by the next: scripts of cases (resources of the legacy programs)
 * print the same without the agent and with it.
 */
class SessionStateIT {
    @ParameterizedTest
    @CsvSource({
        "POSTGRES, postgres.txt",
        "MARIADB, mariadb.txt",
        "CONNECTOR_J, mariadb.txt",
        "H2, h2.txt",
        "HSQLDB, hsqldb.txt",
        "DERBY, derby.txt"
    })
    void isNotSeenByTheNextLease(Drivers driver, String script) throws IOException {
        Comparison runs = play(driver, script);
        assertEquals(cases(script), probes(runs), () -> "cases played by " + runs.with());
        if (driver != Drivers.DERBY) {
            assertTrue(sameSession(runs, "plain select"), () -> "clean sessions are reused: " + runs.with());
            assertTrue(
                    sameSession(runs, "plain insert and delete, prepared"),
                    () -> "clean sessions are reused: " + runs.with());
        }
        assertTrue(!runs.with().agentLines("new pool").isEmpty(), () -> "pooled: " + runs.with());
    }

    /** What no look at a statement's text can tell. */
    @ParameterizedTest
    @CsvSource({"POSTGRES, postgres-hidden.txt", "MARIADB, mariadb-hidden.txt"})
    void hiddenEffectsAreNotSeenByTheNextLease(Drivers driver, String script) {
        Comparison runs = play(driver, script);
        assertTrue(sameSession(runs, "plain select"), () -> "clean sessions are reused: " + runs.with());
    }

    @Test
    void sqliteIsNotPooled() {
        Comparison runs = play(Drivers.SQLITE, "sqlite.txt");
        assertEquals(1, runs.with().agentLines("not pooled").size(), () -> "said once: " + runs.with());
    }

    private static Comparison play(Drivers driver, String script) {
        Comparison runs = driver.running(SessionState.class, script).compared();
        runs.without().succeeded();
        return runs.same();
    }

    private static long cases(String script) throws IOException {
        try (InputStream in = SessionState.class.getResourceAsStream(script)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> line.startsWith("case:")).count();
        }
    }

    /** Each case prints one line, besides those about what failed in it. */
    private static long probes(Comparison runs) {
        return runs.with().lines().stream()
                .filter(line -> !line.contains(" failed with "))
                .count();
    }

    private static boolean sameSession(Comparison runs, String name) {
        List<String> without = runs.without().otherErrors();
        return runs.with().otherErrors().contains("same session: " + name)
                && !without.contains("same session: " + name);
    }
}
