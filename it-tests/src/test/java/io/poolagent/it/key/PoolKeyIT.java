package io.poolagent.it.key;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.Comparison;
import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Jdks;
import io.poolagent.it.harness.Libraries;
import io.poolagent.it.harness.Run;
import io.poolagent.it.harness.Servers;
import io.poolagent.it.harness.Sql;
import io.poolagent.sample.server.DatabaseServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import legacy.key.SourceSetters;
import legacy.key.Subjects;
import legacy.key.SystemProperties;
import legacy.key.TwoLoaders;
import legacy.key.Variations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invariant 6: whoever gets a pooled connection would have got the same session, as far as anybody can tell. */
class PoolKeyIT {
    private static final String PASSWORD = "same-password";

    @Test
    void differencesMakeOtherSessions() throws SQLException {
        DatabaseServer server = Servers.postgres();
        Sql.createUsers(server, "key", 2, PASSWORD);
        Run run = ForkedJvm.running(Variations.class, server.jdbcUrl(), "key0", PASSWORD, "key1")
                .with(Libraries.POSTGRES)
                .jvm("-Duser.timezone=Europe/Berlin")
                .agent()
                .run()
                .succeeded();
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("again", "same, key0");
        expected.put("equal properties", "same, key0");
        expected.put("another user", "another, key1");
        expected.put("one more property", "another, one more");
        expected.put("a changed property", "another, changed");
        expected.put("the property removed", "same, key0");
        expected.put("another user in the same object", "another, key1");
        // some drivers look at them and some do not: they are no values
        expected.put("properties behind properties", "another, key0");
        expected.put("other properties behind properties", "another, key1");
        expected.put("a parameter in the URL", "another, in the URL");
        expected.put("another time zone", "another, Pacific/Chatham");
        expected.put("the old time zone", "same, key0");
        expected.put("another locale", "another, key0");
        expected.put("the old locale", "same, key0");
        expected.put("another login timeout", "another, key0");
        expected.put("the old login timeout", "same, key0");
        expected.put("source again", "same, key0");
        expected.put("after a setter", "another, by a setter");
        expected.put("another user by a setter", "another, key1");
        expected.put("another user by argument", "another, key0");
        expected.put("another source with equal values", "same, key0");
        expected.put("at the end", "same, key0");
        assertEquals(expected, run.facts());
    }

    /** Where the driver looks for a password by itself, what it would find belongs to the key. */
    @Test
    void passwordFileOfPostgres(@TempDir Path folder) throws SQLException {
        Run without = systemProperties(Servers.postgres(), "pgpass", Libraries.POSTGRES, folder);
        assertTrue(without.fact("another file").startsWith("28P01"), without::toString);
    }

    @Test
    void systemsUserOfMariaDb(@TempDir Path folder) throws SQLException {
        Run without = systemProperties(Servers.mariadb(), "system", Libraries.MARIADB, folder);
        assertEquals("system1@127.0.0.1", without.fact("another user of the system"));
    }

    private static Run systemProperties(DatabaseServer server, String users, String driver, Path folder)
            throws SQLException {
        Sql.createUsers(server, users, 2, PASSWORD);
        Comparison runs = ForkedJvm.running(
                        SystemProperties.class, server.jdbcUrl(), users + 0, PASSWORD, users + 1, folder.toString())
                .with(driver)
                .compared();
        return runs.same().without();
    }

    @Test
    void settersOfH2() throws SQLException {
        setters(Servers.h2(), Servers.h2().jdbcUrl(), Libraries.H2, "SETTER0", "SETTER1");
    }

    @Test
    void settersOfMariaDb() throws SQLException {
        String host = "@127.0.0.1";
        setters(Servers.mariadb(), Servers.mariadb().jdbcUrl(), Libraries.MARIADB, "setter0" + host, "setter1" + host);
    }

    @Test
    void settersOfConnectorJ() throws SQLException {
        String host = "@127.0.0.1";
        String url = Servers.mariadb().jdbcUrl().replace(":mariadb:", ":mysql:");
        setters(Servers.mariadb(), url, Libraries.MYSQL, "setter0" + host, "setter1" + host);
    }

    private static void setters(DatabaseServer server, String url, String driver, String seen, String otherSeen)
            throws SQLException {
        Sql.createUsers(server, "setter", 2, PASSWORD);
        Run run = ForkedJvm.running(SourceSetters.class, url, "setter0", PASSWORD, "setter1")
                .with(driver)
                .agent()
                .run()
                .succeeded();
        String before = ", session as before";
        String other = ", other session than before";
        assertAll(
                () -> assertEquals(seen + before, run.fact("second"), "pooled"),
                () -> assertEquals(otherSeen + other, run.fact("another user")),
                () -> assertEquals(seen + other, run.fact("the old user")),
                () -> assertTrue(run.fact("wrong password").contains(" 28"), () -> run.fact("wrong password")),
                () -> assertEquals(seen + before, run.fact("right password"), "the session of before"),
                () -> assertEquals(seen + other, run.fact("another URL")),
                () -> assertEquals(otherSeen, run.fact("user by argument")));
    }

    /** Two applications of one JVM, each with its own copy of the driver. */
    @ParameterizedTest
    @ValueSource(ints = {8, 17, 25})
    void copiesOfTheDriverHavePoolsOfTheirOwn(int version) {
        DatabaseServer server = Servers.postgres();
        Run run = ForkedJvm.running(
                        TwoLoaders.class,
                        server.jdbcUrl(),
                        server.user(),
                        server.password(),
                        Libraries.jar(Libraries.POSTGRES).toUri().toString())
                .on(Jdks.require(version))
                .agent()
                .run()
                .succeeded();
        assertEquals("1 sessions, own class true", run.fact("one"));
        assertEquals("1 sessions, own class true", run.fact("other"));
        assertEquals("2", run.fact("sessions of both"));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 17, 25})
    void subjectIsNotPooled(int version) {
        DatabaseServer server = Servers.postgres();
        Run run = ForkedJvm.running(Subjects.class, server.jdbcUrl(), server.user(), server.password())
                .with(Libraries.POSTGRES)
                .on(Jdks.require(version))
                .agent()
                .run()
                .succeeded();
        assertEquals("1 sessions, [PgConnection$PoolAgent]", run.fact("without"));
        assertEquals("3 sessions, [PgConnection]", run.fact("bound"));
        assertEquals("1 sessions, [PgConnection$PoolAgent]", run.fact("without again"));
    }
}
