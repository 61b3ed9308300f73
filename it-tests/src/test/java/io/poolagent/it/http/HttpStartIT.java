package io.poolagent.it.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.Jdks;
import io.poolagent.it.harness.Run;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When HTTP is served, and what is said where it can not be. */
class HttpStartIT {
    @Test
    void takenPortIsSaidOnce() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Program program = Program.servedOn(taken.getLocalPort(), Jdks.require(17))) {
            legacy.Pause.pass(4_000);
            Run run = program.end();
            List<String> lines = run.agentLines("http.port=" + taken.getLocalPort());
            assertEquals(1, lines.size(), run::toString);
            assertTrue(lines.get(0).contains(" WARN ") && lines.get(0).contains("in use"), run::toString);
            assertTrue(run.number("served") > 10, run::toString);
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

    /** A JVM in which the server, or the beans, are not there. */
    @Test
    void withoutTheModulesTheApplicationRuns() throws Exception {
        try (Program program = Program.served(
                Jdks.require(17), List.of("--limit-modules=java.base,java.sql,java.instrument,java.naming"))) {
            legacy.Pause.pass(3_500);
            Run run = program.stop();
            assertEquals(1, run.agentLines("--add-modules jdk.httpserver").size(), run::toString);
        }
    }
}
