package io.poolagent.it.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Jdks;
import io.poolagent.it.harness.Libraries;
import io.poolagent.it.harness.Run;
import io.poolagent.it.harness.Servers;
import io.poolagent.sample.server.DatabaseServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import legacy.Holding;
import legacy.options.LogsToDatabase;
import legacy.options.OwnLibraries;
import legacy.options.Undeployed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent's lines in the application's own logging: what gets there, and what it must not do to the application. */
class LogTargetIT {
    private static final String START = "INFO io.poolagent (- )?pool-agent ";
    private static final String LOGBACK = """
            <configuration>
              <appender name="file" class="ch.qos.logback.core.FileAppender">
                <file>%s</file>
                <encoder><pattern>%%level %%logger %%msg%%n</pattern></encoder>
              </appender>
              <root level="info"><appender-ref ref="file"/></root>
            </configuration>
            """;

    @TempDir
    private Path folder;

    /** The application logs before it connects. */
    @Test
    void logback() throws IOException {
        ForkedJvm program = withLogback(running(OwnLibraries.class, "2").with(Libraries.H2, "HikariCP", "slf4j-api"));
        Run without = program.run().succeeded();
        Run with = program.agent("log.target=slf4j").run().succeeded();
        assertEquals(without.errors(), with.errors(), "standard error");
        assertComplete();
    }

    /** Logging is on the class path, and nothing but the agent ever uses it. */
    @Test
    void logbackThatTheApplicationDoesNotUse() throws IOException {
        Run run = withLogback(running(Holding.class, "2").with(Libraries.H2, "slf4j-api"))
                .agent("log.target=slf4j")
                .run()
                .succeeded();
        assertEquals("", run.errors());
        assertComplete();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 17, 25})
    void simpleLoggerOfSlf4j1(int version) throws IOException {
        DatabaseServer server = Servers.postgres();
        Run run = ForkedJvm.running(Holding.class, server.jdbcUrl(), server.user(), server.password())
                .with(Libraries.POSTGRES)
                .classPathFirst(jar("slf4j-api-1"))
                .classPathFirst(jar("slf4j-simple-1"))
                .jvm(
                        "-Dorg.slf4j.simpleLogger.logFile=" + log(),
                        "-Dorg.slf4j.simpleLogger.showThreadName=false",
                        "-Dorg.slf4j.simpleLogger.showDateTime=false")
                .on(Jdks.require(version))
                .agent("log.target=slf4j")
                .run()
                .succeeded();
        assertEquals("", run.errors());
        assertComplete();
    }

    @Test
    void withoutSlf4j() {
        Run run = running(Holding.class, "2")
                .with(Libraries.H2)
                .agent("log.target=slf4j")
                .run()
                .succeeded();
        assertSaidOnce(run, "the application has no org.slf4j.LoggerFactory");
        assertEquals(1, run.agentLines("INFO  pool-agent ").size(), run::toString);
        assertEquals(1, run.agentLines(": acquires ").size(), run::toString);
    }

    @Test
    void withoutBinding() {
        Run run = running(Holding.class, "2")
                .with(Libraries.H2, "slf4j-api")
                .agent("log.target=slf4j")
                .run()
                .succeeded();
        assertSaidOnce(run, "the application's slf4j has no binding");
        assertEquals(1, run.agentLines("INFO  pool-agent ").size(), run::toString);
    }

    /** A logging that fails at its first use is the application's own affair, and no error in a hook. */
    @Test
    void logbackThatCanNotBeLoaded() throws IOException {
        Run run = running(Holding.class, "2")
                .with(Libraries.H2, "slf4j-api")
                .classPathFirst(jar("logback-classic"))
                .agent("log.target=slf4j")
                .run()
                .succeeded();
        assertEquals(1, run.agentLines("log.target=slf4j: ").size(), run::toString);
        assertEquals(1, run.agentLines(": acquires ").size(), run::toString);
    }

    /** Appenders that connect under a lock of their own, while pools are opened: neither waits for the other. */
    @ParameterizedTest
    @ValueSource(strings = {"jul", "slf4j"})
    void logThatIsKeptInTheDatabase(String target) throws IOException {
        DatabaseServer server = Servers.h2();
        int lines = LogsToDatabase.ROUNDS + 2; // the start, the first pool, one for each other URL
        Run run = ForkedJvm.running(LogsToDatabase.class, server.jdbcUrl(), server.user(), server.password())
                .arguments("log_" + System.nanoTime(), String.valueOf(lines))
                .with(Libraries.H2, "slf4j-api")
                .classPathFirst(jar("slf4j-jdk14"))
                .agent("log.target=" + target)
                .run()
                .succeeded();
        assertEquals(LogsToDatabase.ROUNDS, run.number("own"), run::toString);
        assertTrue(run.number("others") >= lines, run::toString);
        assertEquals("0", run.fact("failures"), run::toString);
        int beside = run.agentLines("new pool").size();
        assertTrue(beside > 0 && beside <= 3 * lines, () -> "pools that lines needed: " + run);
        assertEquals(List.of(), run.agentLines("WARN"), run::toString);
    }

    @Test
    void undeployedApplicationIsCollected() throws IOException {
        DatabaseServer server = Servers.h2();
        Run run = ForkedJvm.running(Undeployed.class, server.jdbcUrl(), server.user(), server.password())
                .arguments(Stream.of(jar("slf4j-api-1"), jar("slf4j-simple-1"))
                        .map(Path::toUri)
                        .map(URI::toString)
                        .toArray(String[]::new))
                .with(Libraries.H2)
                .jvm("-Dorg.slf4j.simpleLogger.logFile=" + log())
                .agent("log.target=slf4j")
                .run()
                .succeeded();
        assertEquals("collected=true\n", run.text().replace("\r", ""), run::toString);
        String text = Files.readString(log());
        assertTrue(text.contains("pool-agent ") && text.contains("new pool"), text);
        assertSaidOnce(run, "the application that it belonged to is gone");
        assertEquals(1, run.agentLines("new pool").size(), run::toString);
    }

    private static void assertSaidOnce(Run run, String why) {
        assertEquals(
                1,
                run.agentLines("WARN  log.target=slf4j: " + why + "; the log goes to standard error")
                        .size(),
                run::toString);
        assertEquals(1, run.agentLines("log.target").size(), run::toString);
    }

    private void assertComplete() throws IOException {
        String text = Files.readString(log());
        for (String part : new String[] {START, "INFO io.poolagent (- )?new pool: ", ": acquires "}) {
            assertEquals(2, text.split(part, -1).length, () -> part + " once in " + text);
        }
    }

    private ForkedJvm withLogback(ForkedJvm program) throws IOException {
        Files.writeString(folder.resolve("logback.xml"), LOGBACK.formatted(log()));
        return program.classPathFirst(folder)
                .classPathFirst(jar("logback-core"))
                .classPathFirst(jar("logback-classic"));
    }

    private Path log() {
        return folder.resolve("application.log");
    }

    private static ForkedJvm running(Class<?> program, String... more) {
        DatabaseServer server = Servers.h2();
        return ForkedJvm.running(program, server.jdbcUrl(), server.user(), server.password())
                .arguments(more);
    }

    /** A jar that is not on the tests' own class path, by the beginning of its name. */
    private static Path jar(String name) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("it.logging")))) {
            return files.filter(file -> file.getFileName().toString().startsWith(name))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
