package io.poolagent.core.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.core.config.Config;
import io.poolagent.core.config.ConfigReader;
import io.poolagent.core.config.WatchOptions;
import io.poolagent.core.report.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThresholdsTest {
    private static final double MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    private final Config config = ConfigReader.read("alert.heap=70/80", Map.of(), new Properties());

    private List<String> lines() throws IOException {
        Path file = folder.resolve("log");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static List<String> reasons(Thresholds of) {
        List<String> all = new ArrayList<>();
        of.reasons(all);
        return all;
    }

    @AfterEach
    void toStandardError() {
        Log.configure(ConfigReader.read(null, Map.of(), new Properties()));
    }

    @Test
    void theJvmsAreToldOfWithoutAPool() throws IOException {
        Log.configure(ConfigReader.read("log.target=file:" + folder.resolve("log"), Map.of(), new Properties()));
        Thresholds jvm = new Thresholds("").add("heap", "%", config.levels(WatchOptions.ALERT_HEAP));
        for (int i = 0; i < 5; i++) {
            jvm.look("heap", 75.4);
        }
        assertEquals(Status.WARNING, jvm.status());
        assertTrue(jvm.isRaised("heap"));
        assertEquals(List.of("heap is or was at 70% or more (warning)"), reasons(jvm));
        for (int i = 0; i < 5; i++) {
            jvm.look("heap", 81);
        }
        assertEquals(Status.WARNING, jvm.status(), "only what makes connects fail is an error");
        assertEquals(List.of("heap is or was at 80% or more (error)"), reasons(jvm));
        for (int i = 0; i < 10; i++) {
            jvm.look("heap", 5);
        }
        assertEquals(Status.HEALTHY, jvm.status());
        assertEquals(List.of(), reasons(jvm));
        List<String> lines = lines();
        assertEquals(3, lines.size(), lines::toString);
        assertTrue(lines.get(0).endsWith("JVM: heap is 75%: warning from 70% on"), lines::toString);
        assertTrue(lines.get(1).endsWith("JVM: heap is 81%: error from 80% on"), lines::toString);
        assertTrue(lines.get(2).endsWith("JVM: heap is 5%, healthy again"), lines::toString);
    }

    @Test
    void whatIsMeasuredInAnotherUnitIsShownInThat() throws IOException {
        Log.configure(ConfigReader.read(
                "log.format=json,log.target=file:" + folder.resolve("log"), Map.of(), new Properties()));
        Thresholds pool =
                new Thresholds("orders").add("growth", " MB", MEGABYTE, config.levels(WatchOptions.ALERT_JDBC_MEMORY));
        for (int i = 0; i < 3; i++) {
            pool.look("growth", 60 * MEGABYTE);
        }
        assertEquals(List.of("growth is or was at 50 MB or more (warning)"), reasons(pool));
        String line = lines().get(0);
        assertTrue(line.contains("\"event\":\"poolagent.threshold\",\"pool\":\"orders\",\"what\":\"growth\""), line);
        assertTrue(line.contains("\"status\":\"warning\",\"limit\":52428800"), line);
    }
}
