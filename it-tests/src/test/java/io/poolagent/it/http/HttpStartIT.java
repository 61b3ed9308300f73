package io.poolagent.it.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.Await;
import io.poolagent.it.harness.Jdks;
import io.poolagent.it.harness.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When HTTP is served, and what is said where it can not be. */
class HttpStartIT {
    private Path log;

    @BeforeEach
    void log(@TempDir Path folder) {
        log = folder.resolve("agent.log");
    }

    @Test
    void takenPortIsSaidOnce() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Program program = Program.servedOn(taken.getLocalPort(), Jdks.require(17), "log.target=file:" + log)) {
            String line = said("http.port=" + taken.getLocalPort());
            assertTrue(line.contains(" WARN ") && line.contains("in use"), line);
            Run run = program.end();
            said("http.port=");
            assertTrue(run.number("served") > 0, run::toString);
        }
    }

    @Test
    void answersWithoutADatabaseAndLeavesTheLogManagerAlone() throws Exception {
        try (Program plain = Program.withoutDatabase();
                Program own = Program.withoutDatabase("-Djava.util.logging.manager=legacy.http.OwnManager")) {
            plain.awaitStatus("/health", 200);
            Web.Answer health = plain.get("/health");
            assertEquals("healthy", health.at("status"));
            assertNull(health.at("connected"));
            for (String path : HttpIT.JSON_PATHS) {
                assertEquals(200, plain.get(path).status(), path);
            }
            assertEquals("[]", plain.get("/health/database").at("pools").toString());
            plain.end();
            legacy.Pause.pass(1_000);
            assertFalse(own.isServed(), "served before the application's LogManager was there");
            own.step("log");
            own.awaitStatus("/health/live", 200);
            assertEquals("legacy.http.OwnManager", own.end().fact("manager"));
        }
    }

    /** A JVM in which the JDK's server and the beans are not there. */
    @Test
    void isServedWithoutTheModules() throws Exception {
        try (Program program = Program.served(
                Jdks.require(17), List.of("--limit-modules=java.base,java.sql,java.instrument,java.naming"))) {
            program.awaitStatus("/health/detailed", 200);
            program.stop(); // which asks for beans itself
        }
    }

    /** Waits for a line of the agent's, which comes once. */
    private String said(String text) throws Exception {
        Await.until(
                "a line with " + text,
                Duration.ofSeconds(30),
                () -> !lines(text).isEmpty());
        assertEquals(1, lines(text).size(), () -> lines(text).toString());
        return lines(text).get(0);
    }

    private List<String> lines(String text) {
        try {
            return Files.exists(log)
                    ? Files.readAllLines(log).stream()
                            .filter(each -> each.contains(text))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
