package io.poolagent.it.foreign;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.Comparison;
import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Libraries;
import io.poolagent.it.harness.Run;
import io.poolagent.it.harness.Servers;
import io.poolagent.it.harness.Sql;
import io.poolagent.sample.server.DatabaseServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import legacy.pools.Observed;
import legacy.pools.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the agent says of pools that the application brought is what they say themselves, and their leaks are named. */
class ObservedIT {
    private static final String PASSWORD = "own-pool";
    private static final Map<String, String> NAMELESS = Map.ofEntries(
            Map.entry("com/zaxxer/hikari", "com/acme/a"),
            Map.entry("org/apache/commons/dbcp2", "com/acme/b"),
            Map.entry("org/apache/tomcat/jdbc/pool", "com/acme/c"),
            Map.entry("com/mchange/v2/c3p0", "com/acme/d"),
            Map.entry("com/alibaba/druid", "com/acme/e"),
            Map.entry("org/apache/ibatis", "com/acme/f"),
            Map.entry("io/agroal", "com/acme/g"),
            Map.entry("com/jolbox/bonecp", "com/acme/h"),
            Map.entry("org/vibur/dbcp", "com/acme/i"),
            Map.entry("org/logicalcobwebs/proxool", "com/acme/j"),
            Map.entry("org/apache/commons/dbcp", "com/acme/k"));
    private static final Pattern FACT = Pattern.compile("(.*) (held|one|none|leaked)=(.*)");
    private static final Pattern FIGURE = Pattern.compile("(\\w+) (-?\\d+)");

    @Test
    void librariesAndPgPoolingDataSource() throws Exception {
        check(Servers.postgres(), 8, "libraries", OwnPools.with(Libraries.POSTGRES));
    }

    @Test
    void olderLibraries() throws Exception {
        Sql.createUsers(Servers.postgres(), "watch_older", 7, PASSWORD);
        check(7, running("watch_older", "older").jvm(OwnPools.OPEN).classPath(OwnPools.older()));
    }

    @Test
    void poolsOfContainers() throws Exception {
        Sql.createUsers(Servers.postgres(), "watch_containers", 5, PASSWORD);
        check(5, running("watch_containers", "containers").classPath(OwnPools.containers()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HikariCP-2.2.5.jar", "HikariCP-2.4.7.jar", "HikariCP-3.4.5.jar", "HikariCP-5.1.0.jar"})
    void otherVersionsOfHikariCp(String jar) throws Exception {
        String users = "watch_" + jar.replaceAll("\\W", "_").toLowerCase(Locale.ROOT);
        Sql.createUsers(Servers.postgres(), users, 1, PASSWORD);
        check(
                1,
                running(users, "HikariCP")
                        .jvm(OwnPools.OPEN) // 2.2 makes classes as it starts
                        .classPath(hikari(OwnPools.jars("hikaricp").stream()
                                .filter(each -> each.endsWith(jar))
                                .findFirst()
                                .orElseThrow())));
    }

    /** A copy in a package of somebody's own, as other libraries bring it. */
    @Test
    void relocatedHikariCp(@TempDir Path folder) throws Exception {
        Path copy = new Relocation(Map.of("com/zaxxer/hikari", "com/acme/internal/hikari"))
                .of(List.of(Libraries.jar("HikariCP")), folder);
        Sql.createUsers(Servers.postgres(), "watch_shaded", 1, PASSWORD);
        check(1, running("watch_shaded", "com.acme.internal.hikari").classPath(hikari(copy)));
    }

    /** Copies in packages that tell nothing: only how their classes hang together shows what they are. */
    @Test
    void relocatedLibraries(@TempDir Path folder) throws Exception {
        List<Path> path = new ArrayList<>(Libraries.programsAnd(OwnPools.with(Libraries.POSTGRES)));
        Path copy = new Relocation(NAMELESS).of(path, folder);
        Sql.createUsers(Servers.postgres(), "watch_nameless", 8, PASSWORD);
        check(8, running("watch_nameless", "libraries").classPath(List.of(copy)));
    }

    @Test
    void relocatedOlderLibraries(@TempDir Path folder) throws Exception {
        Path copy = new Relocation(NAMELESS).of(OwnPools.older(), folder);
        Sql.createUsers(Servers.postgres(), "watch_nameless_older", 7, PASSWORD);
        check(7, running("watch_nameless_older", "older").jvm(OwnPools.OPEN).classPath(List.of(copy)));
    }

    /** An acquire that fails is counted, and reported with the holder where the pool was exhausted; it fails as ever. */
    @Test
    void refusedAcquires() {
        DatabaseServer server = Servers.postgres();
        Comparison runs = ForkedJvm.running(Refused.class, server.jdbcUrl(), server.user(), server.password())
                .with(OwnPools.with(Libraries.POSTGRES))
                .compared();
        Run run = runs.with().succeeded();
        for (String each : new String[] {"HikariCP", "Commons DBCP", "Tomcat", "locked", "again"}) {
            assertEquals(runs.without().succeeded().fact(each), run.fact(each), run::toString);
        }
        assertEquals("1 1 1 java.sql.SQLTransientConnectionException", run.fact("HikariCP figures"), run::toString);
        assertEquals("1 1 1 java.sql.SQLException", run.fact("Commons DBCP figures"), run::toString);
        assertEquals(
                "1 1 1 org.apache.tomcat.jdbc.pool.PoolExhaustedException", run.fact("Tomcat figures"), run::toString);
        assertEquals("0 0 1 java.sql.SQLException", run.fact("locked figures"), run::toString);
        assertEquals(3, run.agentLines("are in use, an acquire was refused").size(), run::toString);
    }

    private static List<Path> hikari(Path jar) {
        List<Path> path = new ArrayList<>(Libraries.programsAnd(Libraries.POSTGRES, "slf4j-api"));
        path.add(jar);
        OwnPools.jars("hikaricp").stream()
                .filter(each -> each.toString().contains("javassist"))
                .forEach(path::add);
        return path;
    }

    private static ForkedJvm running(String users, String which) {
        return ForkedJvm.running(Observed.class, Servers.postgres().jdbcUrl(), users, PASSWORD, which);
    }

    @Test
    void mariaDbPoolDataSource() throws Exception {
        check(Servers.mariadb(), 1, "", Libraries.MARIADB);
    }

    @Test
    void h2JdbcConnectionPool() throws Exception {
        check(Servers.h2(), 1, "", Libraries.H2);
    }

    private static void check(DatabaseServer server, int count, String more, String... libraries) throws Exception {
        Sql.createUsers(server, "watch_pool", count, PASSWORD);
        ForkedJvm program = ForkedJvm.running(Observed.class, server.jdbcUrl(), "watch_pool", PASSWORD)
                .with(libraries);
        check(count, more.isEmpty() ? program : program.arguments(more));
    }

    private static void check(int count, ForkedJvm program) {
        Run run = program.agent("leak.threshold=5s").run().succeeded();
        Map<String, Map<String, Integer>> facts = new TreeMap<>();
        run.output()
                .lines()
                .map(FACT::matcher)
                .filter(Matcher::matches)
                .forEach(each -> facts.put(each.group(1) + " " + each.group(2), figures(each.group(3))));
        assertEquals(count * 4, facts.size(), run::toString);
        assertAll(facts.entrySet().stream().map(each -> () -> check(each.getKey(), each.getValue(), run)));
        // One report for the place, which is the same line for all of them, and each counted.
        assertEquals(1, run.agentLines(" LEAK at ").size(), run::toString);
        assertTrue(
                Pattern.compile("(?m)^    " + count
                                + " leaks? at Observed\\.java:\\d+ in legacy\\.pools\\.Observed\\.leak: ")
                        .matcher(run.errors())
                        .find(),
                run::toString);
    }

    private static void check(String what, Map<String, Integer> figures, Run run) {
        boolean single = what.startsWith("Spring");
        int leases = what.endsWith("held")
                ? single ? 1 : 2
                : what.endsWith("none") || single && what.endsWith("one") ? 0 : 1;
        assertEquals(leases, figures.get("leases"), () -> what + ": leases of " + run);
        assertEquals(leases, figures.get("Active"), () -> what + ": active of " + run);
        if (single) { // which does not say
            return;
        }
        assertEquals(3, figures.get("Max"), () -> what + ": max of " + run);
        assertEquals(
                figures.get("Total"), figures.get("Active") + figures.get("Idle"), () -> what + ": total of " + run);
        if (what.endsWith("held")) {
            assertEquals(figures.get("server"), figures.get("Total"), () -> what + ": total of " + run);
        }
        if (what.endsWith("leaked")) {
            assertEquals(3, figures.get("acquires"), () -> what + ": acquires of " + run);
            assertEquals(3, figures.get("measured"), () -> what + ": acquires that were measured of " + run);
            assertEquals(2, figures.get("ended"), () -> what + ": leases that were measured of " + run);
        }
    }

    private static Map<String, Integer> figures(String text) {
        Map<String, Integer> figures = new TreeMap<>();
        Matcher each = FIGURE.matcher(text);
        while (each.find()) {
            figures.put(each.group(1), Integer.valueOf(each.group(2)));
        }
        return figures;
    }
}
