package io.poolagent.core.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.poolagent.core.config.ConfigReader;
import io.poolagent.core.report.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a pool that runs dry, by a clock of the test's own. */
class ExhaustionTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Exhaustion exhaustion = new Exhaustion(new LeaseText("masked"), "pool.max");

    @TempDir
    private Path folder;

    private long now = 1_000 * SECOND;

    /** Not as a listener to events: nobody stops listening, and whoever is told of one makes it. */
    private List<String> told() throws IOException {
        List<String> told = new ArrayList<>();
        Path file = folder.resolve("log");
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            told.add(line.replaceAll(".*\"event\":\"poolagent.pool.([a-z-]+)\".*", "$1"));
        }
        return told;
    }

    @BeforeEach
    void toFile() {
        Log.configure(ConfigReader.read(
                "log.level=debug,log.format=json,log.target=file:" + folder.resolve("log"),
                Map.of(),
                new Properties()));
    }

    @AfterEach
    void toStandardError() {
        Log.configure(ConfigReader.read(null, Map.of(), new Properties()));
    }

    /** An acquire found it dry. */
    private void dry() {
        if (exhaustion.isDue(now)) {
            exhaustion.log("orders", 5, "connects go past the pool", List.of(), now);
        }
    }

    private void look(int seconds, boolean dry) {
        for (int i = 0; i < seconds; i++) {
            now += SECOND;
            exhaustion.look("orders", dry, now);
        }
    }

    @Test
    void whatWasOverBeforeALookIsToldOnceItIsOver() throws IOException {
        look(60, true);
        look(60, false);
        assertEquals(List.of(), told(), "all in use, and nobody wanted more");
        dry();
        look(2, false);
        assertEquals(List.of("exhausted"), told());
        look(1, false);
        assertEquals(List.of("exhausted", "recovered"), told());
        look(600, false);
        assertEquals(List.of("exhausted", "recovered"), told());
    }

    @Test
    void whatIsTooSoonForAReportHasNoEndEither() throws IOException {
        dry();
        look(2, true);
        look(3, false);
        dry();
        look(2, true);
        look(3, false);
        assertEquals(List.of("exhausted", "recovered"), told());
        look(300, false);
        dry();
        look(3, false);
        assertEquals(List.of("exhausted", "recovered", "exhausted", "recovered"), told());
    }

    @Test
    void oneThatRunsDryAgainAndAgainHasNotRecovered() throws IOException {
        for (int i = 0; i < 30; i++) {
            dry();
            look(2, false);
        }
        assertEquals(List.of("exhausted"), told());
    }

    @Test
    void aLongOneIsReportedAgainAndEndsOnce() throws IOException {
        for (int i = 0; i < 400; i++) {
            dry();
            look(1, true);
        }
        look(60, false);
        assertEquals(List.of("exhausted", "still-exhausted", "recovered"), told());
    }
}
