package io.poolagent.it.jmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Jdks;
import io.poolagent.it.harness.Libraries;
import io.poolagent.it.harness.Ports;
import io.poolagent.it.harness.Run;
import io.poolagent.it.harness.Servers;
import io.poolagent.sample.server.DatabaseServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import legacy.jmx.LateContainer;
import legacy.jmx.NoJmx;
import legacy.jmx.OwnBuilder;
import legacy.jmx.OwnServer;
import legacy.jmx.TwoApplications;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invariant 3: the platform's MBeanServer is the application's to make, and nothing that comes with it is ours. */
class PlatformServerIT {
    private static final Pattern LOADED = Pattern.compile("(?:\\[Loaded |\\[class,load\\] )([\\w.$]+)");
    private static final Pattern STARTS_SOMETHING = Pattern.compile("com\\.sun\\.jmx\\..*|java\\.lang\\.management\\..*"
            + "|sun\\.management\\..*|com\\.sun\\.management\\..*|javax\\.management\\.MBeanServerBuilder"
            + "|java\\.util\\.logging\\..*|java\\.lang\\.System\\$Logger.*|jdk\\.internal\\.logger\\..*"
            + "|sun\\.util\\.logging\\..*|javax\\.management\\.openmbean\\..*");

    private static ForkedJvm running(Class<?> program, DatabaseServer server, String library) {
        return ForkedJvm.running(program, server.jdbcUrl(), server.user(), server.password())
                .with(library);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 17, 25})
    void withoutJmxNoServerIsMade(int version) {
        ForkedJvm program = running(NoJmx.class, Servers.postgres(), Libraries.POSTGRES)
                .arguments("3000")
                .on(Jdks.require(version))
                .jvm("-verbose:class");
        Set<String> without = loaded(program.run().succeeded());
        Run run = program.agent("log.level=debug").run().succeeded();
        assertTrue(run.lines().contains("servers=0"), run::summary);
        Set<String> with = loaded(run);
        assertTrue(with.contains("io.poolagent.core.jmx.PlatformServer"), "it was looked for");
        with.removeAll(without);
        with.removeIf(name -> !STARTS_SOMETHING.matcher(name).matches());
        assertEquals(Set.of(), with);
        assertEquals(0, run.agentLines("JMX").size(), run::summary);
    }

    private static Set<String> loaded(Run run) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = LOADED.matcher(run.text());
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 17, 25})
    void applicationsOwnBuilderMakesTheServer(int version) {
        Run run = running(OwnServer.class, Servers.postgres(), Libraries.POSTGRES)
                .on(Jdks.require(version))
                .jvm("-Djavax.management.builder.initial=" + OwnBuilder.class.getName())
                .agent()
                .run()
                .succeeded();
        assertEquals("[]", run.fact("made before"));
        assertEquals("0", run.fact("beans in own"));
        assertEquals("3", run.fact("beans in platform"), "the agent, the leaks and the pool");
        assertEquals("0", run.fact("beans in own at last"));
        assertEquals("[main]", run.fact("made by"));
    }

    /** Containers name a LogManager and a builder that only a loader of their own can find, and connect before it is there. */
    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void lateContainerGetsItsOwnManagerAndBuilder(int version) throws Exception {
        DatabaseServer server = Servers.h2();
        int port = Ports.free();
        Path folder = Path.of(LateBuilder.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Run run = running(LateContainer.class, server, Libraries.H2)
                .arguments(folder.toString(), String.valueOf(port))
                .on(Jdks.require(version))
                .jvm(
                        "-Djava.util.logging.manager=" + LateLogManager.class.getName(),
                        "-Djavax.management.builder.initial=" + LateBuilder.class.getName())
                .agent("http.port=" + port)
                .run()
                .succeeded();
        Map<String, String> expected = Map.of(
                "served before", "false",
                "manager", LateLogManager.class.getName(),
                "made by", "its own",
                "beans", "true",
                "served", "true");
        assertEquals(expected, run.facts(), run::toString);
    }

    /** A JVM in which the module is not there at all. */
    @Test
    void withoutModuleNothingIsShown() {
        Run run = running(legacy.Holding.class, Servers.postgres(), Libraries.POSTGRES)
                .jvm("--limit-modules=java.base,java.sql,java.instrument,java.naming")
                .agent()
                .run()
                .succeeded();
        assertEquals("1", run.fact("sessions"), run::toString);
    }

    @Test
    void sameUrlInTwoApplicationsAndOneGoes() {
        DatabaseServer server = Servers.h2();
        String jar = Libraries.jar(Libraries.H2).toUri().toString();
        Run run = ForkedJvm.running(TwoApplications.class, server.jdbcUrl(), server.user(), server.password(), jar)
                .agent()
                .run()
                .succeeded();
        String names = run.fact("both");
        String one = names.substring(1, names.length() - 1).split(", ")[0];
        assertEquals("[" + one + ", " + one + " #2]", names);
        assertEquals("[" + one + " #2]", run.fact("after the first went"));
        assertEquals("true", run.fact("collected"), run::toString);
        assertEquals("2", run.fact("with the third"));
    }
}
