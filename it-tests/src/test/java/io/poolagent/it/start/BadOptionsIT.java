package io.poolagent.it.start;

import static io.poolagent.it.harness.Pooled.assertUnpooled;
import static io.poolagent.it.harness.Pooled.requests;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Jdks;
import io.poolagent.it.harness.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mistake in the configuration: one clear message, and the application starts unpooled. */
class BadOptionsIT {
    @TempDir
    private static Path folder;

    /** Where a value is given. */
    private enum Source {
        ARGUMENT,
        PROPERTY,
        ENVIRONMENT,
        FILE
    }

    static Stream<Arguments> mistakes() {
        String number = "a whole number of connections from 1 to 10000";
        String duration = "a duration with its unit";
        String nearestMax = "nearest option: pool.max";
        return Stream.of(
                mistake(Source.ARGUMENT, "pool.max", "many", "pool.max: ", "agent argument", number),
                mistake(Source.ARGUMENT, "pool.max", "0", "pool.max: ", "agent argument", number),
                mistake(Source.ARGUMENT, "pool.idle-timeout", "5", "pool.idle-timeout: ", duration),
                mistake(Source.ARGUMENT, "mode", "poool", "mode: ", "one of pool, observe, off", "nearest: pool"),
                mistake(Source.ARGUMENT, "pool.maxx", "3", "option 'pool.maxx'", "agent argument", nearestMax),
                mistake(Source.ARGUMENT, "pool[jdbc:x:*].max", "0", "pool[jdbc:x:*].max: ", number),
                mistake(Source.PROPERTY, "poolagent.pool.max", "0x1", "pool.max: ", "property poolagent.pool.max"),
                mistake(Source.PROPERTY, "poolagent.pool.mx", "3", "'pool.mx'", "system property", nearestMax),
                mistake(Source.ENVIRONMENT, "POOLAGENT_POOL_MAX", "-1", "pool.max: ", "variable POOLAGENT_POOL_MAX"),
                mistake(Source.ENVIRONMENT, "POOLAGENT_POOL_MX", "3", "POOLAGENT_POOL_MX", nearestMax),
                mistake(Source.ENVIRONMENT, "DB_POOL_MAX", "lots", "pool.max: ", "variable DB_POOL_MAX", number),
                mistake(Source.ENVIRONMENT, "DB_POOL_MIN", "20", "pool.min: ", "DB_POOL_MIN", "at most pool.max, 10"),
                mistake(Source.ENVIRONMENT, "DB_POOL_TIMEOUT", "soon", "pool.acquire-timeout: ", duration),
                mistake(Source.FILE, "pool.max-lifetime", "1 fortnight", "pool.max-lifetime: ", "file ", duration),
                mistake(Source.FILE, "log.levl", "info", "'log.levl'", "file ", "nearest option: log.level"));
    }

    private static Arguments mistake(Source source, String name, String value, String... said) {
        return Arguments.of(source, name, value, List.of(said));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isNamedAndSwitchesTheAgentOff(Source source, String name, String value, List<String> said) throws IOException {
        Run run = give(requests(), source, name, value).run();
        assertUnpooled(run, 1);
        assertEquals(2, run.agentLines().size(), () -> "the mistake and what became of it: " + run);
        String message = run.agentLines().get(0);
        assertTrue(message.contains("'" + value + "'"), () -> "value in " + message);
        said.forEach(part -> assertTrue(message.contains(part), () -> "'" + part + "' in " + message));
        assertTrue(run.agentLines().get(1).contains("runs unpooled"), run::toString);
    }

    @Test
    void everyMistakeIsNamed() {
        Run run = requests()
                .environment("DB_POOL_MAX", "x")
                .jvm("-Dpoolagent.mode=y")
                .agent("pool.min=z", "nothing")
                .run();
        assertUnpooled(run, 1);
        assertEquals(5, run.agentLines().size(), () -> "four mistakes and what became of it: " + run);
    }

    @Test
    void fileThatIsMissing() {
        Path missing = folder.resolve("missing.properties");
        Run run = requests().agent("config=" + missing).run();
        assertUnpooled(run, 1);
        assertEquals(1, run.agentLines("config: the file '" + missing + "' can").size(), run::toString);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 17, 25})
    void strictEndsTheStart(int version) {
        Run run = requests()
                .on(Jdks.require(version))
                .agent("pool.max=many", "strict=true")
                .run();
        assertTrue(run.exitCode() > 0 && run.exitCode() < 128, () -> "ended and not crashed: " + run);
        assertEquals("", run.text(), "the application did not start");
        assertTrue(run.agentLines().get(0).contains("pool.max: 'many'"), run::toString);
        assertEquals(List.of(), run.otherErrors(), "nothing but messages");
    }

    private static ForkedJvm give(ForkedJvm program, Source source, String name, String value) throws IOException {
        return switch (source) {
            case ARGUMENT -> program.agent(name + "=" + value);
            case PROPERTY -> program.jvm("-D" + name + "=" + value).agent();
            case ENVIRONMENT -> program.environment(name, value).agent();
            case FILE -> {
                Path file = folder.resolve("agent.properties");
                Files.writeString(file, name + "=" + value + "\n");
                yield program.agent("config=" + file);
            }
        };
    }
}
