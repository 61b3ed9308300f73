package io.poolagent.it.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.Comparison;
import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Jdk;
import io.poolagent.it.harness.Jdks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import legacy.early.EarlyMain;
import legacy.early.OwnFileSystems;
import legacy.early.OwnLogManager;
import legacy.early.OwnMBeanServerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invariant 3: before main, nothing of the JVM is started that an application may still want to replace. */
class EarlyMainIT {
    private static final Pattern LOADED = Pattern.compile("^\\[[^]]*] ?(\\S+) source:.*");

    @ParameterizedTest
    @ValueSource(ints = {8, 11, 17, 21, 25})
    void propertiesSetInMainHaveTheirEffect(int version) {
        Comparison runs =
                ForkedJvm.running(EarlyMain.class).on(Jdks.require(version)).compared();
        runs.same().sameErrors();
        Map<String, String> facts = runs.with().succeeded().facts();
        assertEquals("Pacific/Chatham", facts.get("time zone"));
        assertEquals("own format: text", facts.get("log format"));
        assertEquals("1", facts.get("drivers"), "drivers that jdbc.drivers names");
        assertEquals("3", facts.get("parallelism"));
        assertEquals("1", facts.get("threads"));
        assertEquals("false", facts.get("org.slf4j.Logger"), "the agent's slf4j is the application's");
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 17, 25})
    void replacementsOnTheClassPathAreUsedAndNotLoadedEarlier(int version) {
        Comparison runs = ForkedJvm.running(EarlyMain.class)
                .on(Jdks.require(version))
                .jvm(
                        "-Djava.util.logging.manager=" + OwnLogManager.class.getName(),
                        "-Djavax.management.builder.initial=" + OwnMBeanServerBuilder.class.getName(),
                        "-Djava.nio.file.spi.DefaultFileSystemProvider=" + OwnFileSystems.class.getName())
                .compared();
        runs.same().sameErrors();
        Map<String, String> facts = runs.with().succeeded().facts();
        assertEquals(OwnLogManager.class.getName(), facts.get("log manager"));
        assertEquals("by the application", facts.get("log manager loaded"));
        assertEquals("by the application", facts.get("MBean server builder loaded"));
        assertEquals("true", facts.get("file systems used"));
    }

    /** What the JVM loads before main, by its own log. */
    @Test
    void classesLoadedBeforeMain(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("classes.log");
        ForkedJvm.running(EarlyMain.class)
                .on(Jdk.current())
                .jvm("-Xlog:class+load:file=" + log + ":tags")
                .agent()
                .run()
                .succeeded();
        List<String> classes = Files.readAllLines(log).stream()
                .map(LOADED::matcher)
                .filter(line -> line.matches())
                .map(line -> line.group(1))
                .toList();
        int main = classes.indexOf(EarlyMain.class.getName());
        assertTrue(main > 0, "main class in the log of classes");
        List<String> before = classes.subList(0, main);
        assertTrue(before.contains("io.poolagent.core.Core"), "the agent's core in the log of classes");
        assertEquals(
                List.of(),
                before.stream()
                        .filter(name -> name.startsWith("java.util.logging.")
                                || name.startsWith("java.lang.management.")
                                || name.startsWith("javax.management.")
                                || name.startsWith("sun.management.")
                                || name.equals("java.sql.DriverManager"))
                        .toList());
    }
}
