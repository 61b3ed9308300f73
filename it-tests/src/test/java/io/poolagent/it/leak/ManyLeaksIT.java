package io.poolagent.it.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.Alone;
import io.poolagent.it.harness.Drivers;
import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Jdks;
import io.poolagent.it.harness.Run;
import io.poolagent.sample.server.DatabaseServer;
import io.poolagent.sample.server.DatabaseServers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import legacy.leak.SevenPlaces;
import legacy.leak.YoungCollections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Thousands of connections leaked through a pool of ten, from seven places. */
@Alone
@Timeout(value = 1, unit = TimeUnit.HOURS) // each program has a limit of its own
class ManyLeaksIT {
    /** With {@code -Dleaks=10000} as many as the users of a bad week. */
    private static final int LEAKS = Integer.getInteger("leaks", 1_400);

    private static final Pattern SUMMARY =
            Pattern.compile("\\s+(\\d+) leaks? at (\\S+) in \\S+: (\\d+) proven, (\\d+) suspected, .*");
    private static final Pattern OPEN = Pattern.compile("\\s+still open: (\\d+) from .*\\((\\S+)\\)");

    private static DatabaseServer server;

    @BeforeAll
    static void start() throws Exception {
        server = DatabaseServers.postgres(Map.of("max_connections", "2000", "shared_buffers", "64MB"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void oneThread() {
        compared("1", 17);
    }

    @Test
    void sixteenThreads() {
        compared("16", 17);
    }

    @Test
    void virtualThreads() {
        compared("virtual", 21);
    }

    @Test
    void eagerCollectionsKeepThemFew() {
        check(play(17, "1", "leak.collect=eager"), 20 + 1);
        check(play(17, "16", "leak.collect=eager"), 20 + 16);
    }

    /** As without the agent: what the agent kept alive would lie where only a full collection looks. */
    @Test
    void collectionsOfTheYoungEndTheirSessions() {
        ForkedJvm jvm = ForkedJvm.running(
                        YoungCollections.class, server.jdbcUrl(), server.user(), server.password(), "250")
                .with(Drivers.POSTGRES.libraries())
                .jvm("-Xmx64m", "-XX:+UseG1GC");
        Run without = jvm.run().succeeded();
        Run with = jvm.agent("leak.collect=off").run().succeeded();
        assertEquals("0", with.facts().get("full"), with::toString);
        int most = Integer.parseInt(without.facts().get("sessions")) + 30; // ten in the pool, and what came last
        assertTrue(Integer.parseInt(with.facts().get("sessions")) <= most, () -> most + " sessions at most: " + with);
    }

    private static void compared(String threads, int java) {
        Watched without = play(java, threads);
        Watched with = play(java, threads, "leak.threshold=60s");
        check(with, without.most);
    }

    private static void check(Watched watched, int most) {
        Run run = watched.run;
        assertTrue(watched.most <= most, () -> watched.most + " connections at once, at most " + most + ": " + run);
        Map<String, String> places = new TreeMap<>(run.facts());
        assertEquals(String.valueOf(LEAKS), places.remove("leaked"), run::toString);
        assertEquals(7, places.size(), run::toString);
        List<String> reports = run.agentLines(" LEAK at ");
        assertEquals(7, reports.size(), () -> "one report for each place: " + run);
        for (String place : places.keySet()) {
            assertEquals(
                    1,
                    reports.stream()
                            .filter(line -> line.contains(" LEAK at " + place + " in legacy.leak.SevenPlaces"))
                            .count(),
                    () -> place + ": " + run);
        }
        Map<String, Long> counted = new TreeMap<>();
        run.errors().lines().forEach(line -> {
            Matcher leaks = SUMMARY.matcher(line);
            Matcher open = OPEN.matcher(line);
            if (leaks.matches()) {
                // what was suspected and is still held is among the open ones
                counted.merge(leaks.group(2), Long.parseLong(leaks.group(3)), Long::sum);
            } else if (open.matches()) {
                counted.merge(open.group(2), Long.parseLong(open.group(1)), Long::sum);
            }
        });
        Map<String, Long> expected = new TreeMap<>();
        places.forEach((place, count) -> expected.put(place, Long.parseLong(count)));
        assertEquals(expected, counted, () -> "every leak, and none twice: " + run);
        assertTrue(!run.errors().contains("secret of the first place"), "values are masked");
    }

    /** A run, and how many connections the server saw at once. */
    private record Watched(Run run, int most) {}

    private static Watched play(int java, String threads, String... options) {
        try (ConnectionCount count = ConnectionCount.of(server)) {
            ForkedJvm jvm = ForkedJvm.running(
                            SevenPlaces.class,
                            server.jdbcUrl(),
                            server.user(),
                            server.password(),
                            String.valueOf(LEAKS),
                            threads)
                    .with(Drivers.POSTGRES.libraries())
                    .on(Jdks.require(java))
                    .jvm("-Xmx256m")
                    .within(Duration.ofMinutes(5).plusMillis(LEAKS * 30L));
            Run run = (options.length == 0 ? jvm : jvm.agent(options)).run().succeeded();
            return new Watched(run, count.most());
        }
    }
}
