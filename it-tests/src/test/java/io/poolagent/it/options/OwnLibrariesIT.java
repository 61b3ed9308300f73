package io.poolagent.it.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Libraries;
import io.poolagent.it.harness.Run;
import io.poolagent.it.harness.Servers;
import io.poolagent.sample.server.DatabaseServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import legacy.options.OwnLibraries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What configures the application's HikariCP and slf4j reaches those, and not the agent's copies. */
class OwnLibrariesIT {
    private static final int AT_ONCE = 3;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("hikaricp.properties"), """
                poolName=of-the-application
                maximumPoolSize=1
                """);
        Files.writeString(folder.resolve("simplelogger.properties"), """
                org.slf4j.simpleLogger.logFile=System.out
                org.slf4j.simpleLogger.defaultLogLevel=error
                org.slf4j.simpleLogger.log.legacy=info
                org.slf4j.simpleLogger.showThreadName=false
                """);
        Files.writeString(folder.resolve("hikari-without-effect.properties"), "poolName=from-a-file\n");
    }

    /** Each by itself; %s is the folder. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Dhikaricp.configurationFile=%s/hikari-without-effect.properties",
                "-Dhikaricp.configurationFile=/hikari-without-effect.properties",
                "-Dcom.zaxxer.hikari.blockUntilFilled=true",
                "-Dcom.zaxxer.hikari.useWeakReferences=true",
                "-Dcom.zaxxer.hikari.housekeeping.periodMs=50",
                "-Dcom.zaxxer.hikari.aliveBypassWindowMs=0",
                "-Dcom.zaxxer.hikari.enableRequestBoundaries=true",
                "-Dcom.zaxxer.hikari.timeoutMs.floor=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error -Dorg.slf4j.simpleLogger.logFile=System.out",
                "-Dslf4j.provider=org.slf4j.simple.SimpleServiceProvider",
                "-Dslf4j.internal.report.stream=System.out -Dslf4j.internal.verbosity=WARN"
            })
    void propertiesOfTheApplications(String properties) {
        String[] options = properties.replace("%s", folder.toString()).split(" ");
        same(program(), options);
    }

    /** A provider that only the agent's copy could miss. */
    @Test
    void providerThatDoesNotExist() {
        same(program(), "-Dslf4j.provider=of.nobody.Provider", "-Dslf4j.internal.verbosity=ERROR");
    }

    /** All of it at once, the application's pool really so small. */
    @Test
    void everythingAtOnce() {
        Run run = same(
                program(),
                "-Dhikaricp.configurationFile=/hikaricp.properties",
                "-Dcom.zaxxer.hikari.blockUntilFilled=false",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy",
                "-Dorg.slf4j.simpleLogger.showLogName=false");
        assertEquals("of-the-application 1", run.fact("own pool"), "the application's own configuration");
    }

    private Run same(ForkedJvm program, String... jvm) {
        Run without = program.jvm(jvm).run();
        Run with = program.agent().run();
        assertEquals(without.exitCode(), with.exitCode(), with::toString);
        List<String> own =
                without.lines().stream().filter(line -> !isProof(line)).toList();
        assertTrue(own.size() >= 1, without::toString);
        assertEquals(own, with.lines().stream().filter(line -> !isProof(line)).toList(), with::toString);
        assertEquals(without.otherErrors(), with.otherErrors(), with::toString);
        if (with.exitCode() == 0) {
            assertEquals(AT_ONCE, with.number("sessions"), () -> "the agent pools as ever: " + with);
            assertEquals(1, with.agentLines("new pool: ").size(), with::toString);
        }
        return with;
    }

    private static boolean isProof(String line) {
        return line.startsWith("sessions=") || line.startsWith("types=");
    }

    private ForkedJvm program() {
        DatabaseServer server = Servers.h2();
        return ForkedJvm.running(
                        OwnLibraries.class, server.jdbcUrl(), server.user(), server.password(), String.valueOf(AT_ONCE))
                .with(Libraries.H2, "HikariCP", "slf4j-api", "slf4j-simple")
                .classPathFirst(folder);
    }
}
