package io.poolagent.it.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.foreign.OwnPools;
import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Jdks;
import io.poolagent.it.harness.Libraries;
import io.poolagent.it.harness.Ports;
import io.poolagent.it.harness.Project;
import io.poolagent.it.harness.Run;
import io.poolagent.it.harness.Servers;
import io.poolagent.sample.server.DatabaseServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import legacy.metrics.AgentText;
import legacy.metrics.Metered;
import legacy.metrics.Unmetered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The meters of the packaged agent, of a load whose figures are known. */
class MetricsIT {
    private static final String POOL = "db_client_connection_pool_name";
    /** The program's second URL, with one connection and no more. */
    private static final String[] OPTIONS = {
        "pool.max=2", "pool[*ApplicationName=narrow*].max=1", "pool[*ApplicationName=narrow*].overflow=fail"
    };

    private static final String MAIN = POOL + "=user=app$";
    private static final String NARROW = POOL + "=#2$";

    /** A meter in an expression, with what is in its braces. */
    private static final Pattern USED =
            Pattern.compile("\\b(?!db_client_connection_pool_name|db_client_connection_state)"
                    + "((?:poolagent|db_client|jvm|process|system)_[a-z_]+)(?:\\{([^{}]*)})?");

    private static final Pattern LABEL = Pattern.compile("([a-z_]+)(?:=~|!=|=)");
    private static final Pattern GROUPED = Pattern.compile("by \\(([a-z_, ]+)\\)");
    private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance", "le");

    /** By name, pool, other tag and statistic, as the program prints it. */
    private static final List<String> EXPECTED = List.of(
            "meter db.client.connection.max main VALUE=2.0",
            "meter db.client.connection.max narrow VALUE=1.0",
            "meter db.client.connection.max own VALUE=3.0",
            "meter db.client.connection.idle.min own VALUE=1.0",
            "meter db.client.connection.count own used VALUE=0.0",
            "meter db.client.connection.count main used VALUE=0.0",
            "meter db.client.connection.pending_requests main VALUE=0.0",
            "meter db.client.connection.timeouts narrow COUNT=1.0",
            "meter db.client.connection.timeouts main COUNT=0.0",
            "meter db.client.connection.wait_time main COUNT=9.0",
            "meter db.client.connection.use_time main COUNT=9.0",
            "meter db.client.connection.wait_time own COUNT=1.0",
            "meter db.client.connection.use_time own COUNT=1.0",
            "meter poolagent.overflow main COUNT=1.0",
            "meter poolagent.leaks main proven COUNT=1.0",
            "meter poolagent.reclaimed main COUNT=1.0",
            "meter poolagent.statements main success COUNT=4.0",
            "meter poolagent.statements main error COUNT=1.0",
            "meter poolagent.pool.errors main 42 COUNT=1.0",
            "meter poolagent.session.resets main transaction COUNT=1.0",
            "meter poolagent.session.resets main attributes COUNT=1.0",
            "meter poolagent.pool.utilisation own VALUE=0.0",
            "meter poolagent.hook.errors all COUNT=0.0");

    @TempDir
    private Path folder;

    private static ForkedJvm program(Class<?> main) {
        DatabaseServer server = Servers.postgres();
        return ForkedJvm.running(main, server.jdbcUrl(), server.user(), server.password());
    }

    /** What of Micrometer is configured for the application does not reach the agent's. */
    private TextFormat text(int version) throws IOException {
        int port = Ports.free();
        Path file = folder.resolve("metrics.txt");
        Path unread = folder.resolve("prometheus.properties");
        Files.writeString(unread, "io.prometheus.metrics.no_such_property=true\n");
        ForkedJvm program = program(AgentText.class)
                .arguments(file.toString(), String.valueOf(port))
                .with(Libraries.POSTGRES);
        if (version > 8) {
            program.jvm("--add-opens=java.base/java.lang=ALL-UNNAMED");
        }
        Run run = program.on(Jdks.require(version))
                .classPathFirst(folder)
                .environment("PROMETHEUS_CONFIG", unread.toString())
                .environment("IO_PROMETHEUS_METRICS_NO_SUCH_VARIABLE", "true")
                .jvm("-Dprometheus.config=" + unread, "-Dio.prometheus.metrics.no_such_property=true")
                .agent(options("http.port=" + port))
                .run()
                .succeeded();
        assertEquals("true", run.fact("complete"), run::toString);
        assertEquals("false", run.fact("loaded before"), "no text was asked for");
        assertEquals("true", run.fact("loaded after"), run::toString);
        assertEquals("0", run.fact("threads"), "none that keeps the JVM alive");
        assertFalse(run.errors().matches("(?is).*(micrometer|prometheus\\.metrics|slf4j).*"), run::toString);
        return TextFormat.read(Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 25})
    void textHasTheFiguresOfTheLoad(int version) throws IOException {
        TextFormat text = text(version);
        assertEquals(2, text.value("db_client_connection_max", MAIN));
        assertEquals(1, text.value("db_client_connection_max", NARROW));
        assertEquals(2, text.value("db_client_connection_idle_max", MAIN));
        assertEquals(0, text.value("db_client_connection_idle_min", MAIN));
        assertEquals(0, text.value("db_client_connection_pending_requests", MAIN));
        assertEquals(0, text.value("db_client_connection_count", MAIN, "db_client_connection_state=used"));
        assertEquals(9, text.value("db_client_connection_wait_time_seconds_count", MAIN));
        assertEquals(9, text.value("db_client_connection_use_time_seconds_count", MAIN));
        assertEquals(9, text.value("db_client_connection_use_time_seconds_bucket", MAIN, "le=+Inf"));
        assertEquals(0, text.value("db_client_connection_timeouts_total", MAIN));
        assertEquals(1, text.value("db_client_connection_timeouts_total", NARROW));
        assertEquals(1, text.value("poolagent_overflow_total", MAIN));
        assertEquals(1, text.value("poolagent_leaks_total", MAIN, "kind=proven"));
        assertEquals(0, text.value("poolagent_leaks_total", MAIN, "kind=suspected"));
        assertEquals(1, text.value("poolagent_reclaimed_total", MAIN));
        assertEquals(4, text.value("poolagent_statements_seconds_count", MAIN, "outcome=success"));
        assertEquals(1, text.value("poolagent_statements_seconds_count", MAIN, "outcome=error"));
        assertEquals(1, text.value("poolagent_pool_errors_total", MAIN, "sqlstate_class=42"));
        assertEquals(1, text.value("poolagent_session_resets_total", MAIN, "how=transaction"));
        assertEquals(1, text.value("poolagent_session_resets_total", MAIN, "how=attributes"));
        assertEquals(0, text.value("poolagent_pool_resizes_total", MAIN, "direction=up"));
        assertEquals(0, text.value("poolagent_pool_utilisation", MAIN));
        assertEquals(0, text.value("poolagent_hook_errors_total"));
        assertTrue(
                text.names().containsAll(Set.of("jvm_memory_used_bytes", "jvm_memory_max_bytes", "system_cpu_count")));
        assertTrue(text.value("jvm_gc_pause_seconds_count", "action=end of major", "cause=System.gc()") >= 1);
        assertShown(text, "dashboard");
        assertShown(text, "alerts");
    }

    /** Every meter and label of a file that the agent gives away is in its text. */
    private static void assertShown(TextFormat text, String command) {
        Run run = ForkedJvm.launching("-jar", Project.AGENT.toString())
                .arguments(command)
                .run()
                .succeeded();
        Set<String> names = new TreeSet<>();
        Matcher used = USED.matcher(run.text());
        while (used.find()) {
            String name = used.group(1);
            names.add(name);
            assertTrue(text.names().contains(name), () -> name + " of " + command + " in " + text.names());
            Matcher label = LABEL.matcher(used.group(2) == null ? "" : used.group(2));
            while (label.find()) {
                assertTrue(
                        OF_PROMETHEUS.contains(label.group(1))
                                || text.labels(name).contains(label.group(1)),
                        () -> label.group(1) + " of " + name + " of " + command);
            }
        }
        Matcher grouped = GROUPED.matcher(run.text());
        while (grouped.find()) {
            for (String label : grouped.group(1).split(", *")) {
                assertTrue(
                        OF_PROMETHEUS.contains(label)
                                || names.stream()
                                        .anyMatch(name -> text.labels(name).contains(label)),
                        () -> label + " of " + command);
            }
        }
        assertTrue(names.size() >= 10, names::toString);
    }

    @ParameterizedTest
    @CsvSource({"8, 1.5.17", "17, 1.9.17", "25, 1.17"})
    void applicationsOwnRegistryHasThemToo(int version, String micrometer) {
        Run run = program(Metered.class)
                .on(Jdks.require(version))
                .classPath(micrometer(micrometer))
                .agent(options("metrics.target=app"))
                .run()
                .succeeded();
        assertEquals("true", run.fact("complete"), run::toString);
        Map<String, String> expected = new TreeMap<>();
        for (String each : EXPECTED) {
            expected.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        }
        Map<String, String> found = new TreeMap<>(run.facts());
        found.keySet().retainAll(expected.keySet());
        assertEquals(expected, found, run::toString);
        assertEquals("0", run.fact("early"), "nothing before the application has a registry");
        assertEquals(1, run.agentLines("Micrometer is empty; meters follow").size(), run::toString);
        assertFalse(run.errors().contains("MeterFilter"), run::toString);
        assertEquals("true", run.fact("gone"), () -> "meters of a pool that was closed: " + run);
        assertEquals("true", run.fact("stay"), run::toString);
        assertEquals(1, run.agentLines("meters are in the global registry").size(), run::toString);
        if (micrometer.equals("1.5.17")) {
            assertEquals("4", run.fact("health lines"), "three pools, and all together");
            assertEquals("3", run.fact("uses"), run::toString);
        }
    }

    private static String[] options(String more) {
        List<String> all = new ArrayList<>(List.of(OPTIONS));
        all.add(more);
        return all.toArray(String[]::new);
    }

    private static List<Path> micrometer(String version) {
        List<Path> path = new ArrayList<>(Libraries.programsAnd(Libraries.POSTGRES, "slf4j-api", "slf4j-simple"));
        OwnPools.jars("hikaricp").stream()
                .filter(jar -> jar.toString().contains("3.4.5"))
                .forEach(path::add);
        if (version.equals("1.17")) {
            for (String each : new String[] {"core", "commons", "observation"}) {
                path.add(Libraries.jar("micrometer-" + each));
            }
        }
        OwnPools.jars("micrometer").stream()
                .filter(jar -> jar.toString().contains(version)
                        || version.equals("1.5.17") && jar.toString().contains("simpleclient"))
                .forEach(path::add);
        return path;
    }

    /** It goes without, and says so once. */
    @Test
    void applicationWithoutMicrometer() {
        Run run = program(Unmetered.class)
                .with(Libraries.POSTGRES)
                .agent("metrics.target=app")
                .run()
                .succeeded();
        assertEquals(1, run.agentLines("the application has no Micrometer").size(), run::toString);
    }
}
