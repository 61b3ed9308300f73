package io.poolagent.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.poolagent.core.config.ConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {
    @TempDir
    private Path folder;

    private void configure(String options) {
        Log.configure(ConfigReader.read(options, Map.of(), new Properties()));
    }

    private void toFile(String more) {
        configure("log.target=file:" + folder.resolve("log") + "," + more);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(folder.resolve("log"));
    }

    @AfterEach
    void toStandardError() {
        configure("");
    }

    @Test
    void reportsAreText() throws IOException {
        toFile("report.format=text");
        Log.report(Level.WARN, "event", () -> "first\n  second", json -> fail("not asked for"));
        assertEquals(2, lines().size());
        assertTrue(lines().get(0).matches("\\[pool-agent\\] \\S+ WARN  first"), lines()::toString);
        assertEquals("  second", lines().get(1));
    }

    @Test
    void reportsAreJsonAndOtherLinesStayText() throws IOException {
        toFile("report.format=json");
        Log.report(Level.WARN, "poolagent.leak.proven", () -> fail("not asked for"), json -> json.put("sql", "a\nb"));
        Log.info("a line");
        String time = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";
        assertEquals(
                "{\"time\":\"T\",\"level\":\"WARN\",\"logger\":\"pool-agent\",\"event\":\"poolagent.leak.proven\","
                        + "\"sql\":\"a\\nb\"}",
                lines().get(0).replaceFirst(time, "T"));
        assertTrue(lines().get(1).startsWith("[pool-agent] "), lines()::toString);
    }

    @Test
    void reportsBelowTheLevelAreNotMade() {
        toFile("log.level=error,report.format=json");
        Log.report(Level.WARN, "event", () -> fail("not asked for"), json -> fail("not asked for"));
        assertTrue(Files.notExists(folder.resolve("log")));
    }

    @Test
    void aReportThatCanNotBeMadeIsSaid() throws IOException {
        toFile("");
        Log.report(
                Level.WARN,
                "event",
                () -> {
                    throw new IllegalStateException("on purpose");
                },
                json -> fail("not asked for"));
        assertTrue(lines().get(0).contains("a report (event) can not be made"), lines()::toString);
    }

    @Test
    void sizeAndNumberOfFilesAreThoseOfTheOptions() throws IOException {
        toFile("log.file-size=1KB,log.files=2");
        for (int i = 0; i < 100; i++) {
            Log.info("x".repeat(500));
        }
        assertTrue(Files.size(folder.resolve("log.2")) <= 1 << 10);
        assertTrue(Files.notExists(folder.resolve("log.3")));
    }
}
