package io.poolagent.it.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Jdks;
import io.poolagent.it.harness.Project;
import io.poolagent.it.harness.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code java -jar pool-agent.jar}. */
class CommandLineIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {8, 17, 25})
    void optionsPrintsTheTable(int version) {
        Run run = jar("options").on(Jdks.require(version)).run().succeeded();
        assertTrue(run.text().contains("| `pool.max` | `10` |"), run::toString);
        assertEquals("", run.errors());
    }

    /** Each source wins over those before it, and is named. */
    @Test
    void configPrintsEachValueWithItsSource() throws IOException {
        Path file = folder.resolve("agent.properties");
        Files.writeString(
                file, "pool.max=11\npool.min=1\npool.idle-timeout=11s\npool.max-lifetime=11m\npool.overflow=wait\n");
        Run run = jar("config", "pool.overflow=fail")
                .environment("POOLAGENT_CONFIG", file.toString())
                .environment("DB_POOL_MAX", "12")
                .environment("POOLAGENT_POOL_IDLE_TIMEOUT", "12s")
                .environment("DB_POOL_MIN", "2")
                .environment("POOLAGENT_POOL_MIN", "3")
                .jvm("-Dpoolagent.pool.idle-timeout=13s", "-Dpoolagent.pool.overflow=direct")
                .run()
                .succeeded();
        assertLine(run, "pool.max = 12 ", "DB_POOL_MAX");
        assertLine(run, "pool.min = 3 ", "POOLAGENT_POOL_MIN");
        assertLine(run, "pool.idle-timeout = 13s ", "system property poolagent.pool.idle-timeout");
        assertLine(run, "pool.max-lifetime = 11m ", "file " + file);
        assertLine(run, "pool.overflow = fail ", "agent argument");
        assertLine(run, "log.level = info ", "default");
    }

    @Test
    void badConfigurationIsAnError() {
        Run run = jar("config", "pool.max=x").run();
        assertEquals(2, run.exitCode());
        assertTrue(run.errors().contains("pool.max: 'x'"), run::toString);
    }

    @Test
    void unknownCommandIsAnError() {
        Run run = jar("confg").run();
        assertEquals(2, run.exitCode());
        assertTrue(run.errors().contains("confg"), run::toString);
    }

    private static void assertLine(Run run, String start, String source) {
        assertTrue(
                run.lines().stream().anyMatch(line -> line.startsWith(start) && line.contains(source)),
                () -> "a line '" + start + "' from " + source + " in " + run);
    }

    private static ForkedJvm jar(String... arguments) {
        return ForkedJvm.launching("-jar", Project.AGENT.toString()).arguments(arguments);
    }
}
