package io.poolagent.it.foreign;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.Comparison;
import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Libraries;
import io.poolagent.it.harness.Servers;
import io.poolagent.it.harness.Sql;
import io.poolagent.sample.server.DatabaseServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import legacy.pools.ForeignPools;
import legacy.pools.XaSources;
import org.junit.jupiter.api.Test;

/** Where the application pools, or a transaction manager does, the agent does not pool a second time. */
class ForeignPoolsIT {
    private static final String PASSWORD = "own-pool";

    @Test
    void librariesAndPgPoolingDataSourceOnPostgres() throws SQLException {
        Map<String, String> pools = pools(Servers.postgres(), 8, "libraries", OwnPools.with(Libraries.POSTGRES));
        assertEquals("1 sessions, 1 at the server", seen(pools.remove("Spring SingleConnectionDataSource")));
        assertAll(pools.entrySet().stream()
                .map(pool -> () -> assertEquals("3 sessions, 3 at the server", seen(pool.getValue()), pool.getKey())));
    }

    @Test
    void olderLibraries() throws SQLException {
        copied(7, "older", OwnPools.older());
    }

    @Test
    void poolsOfContainers() throws SQLException {
        copied(5, "containers", OwnPools.containers());
    }

    private static void copied(int count, String which, List<Path> classPath) throws SQLException {
        Sql.createUsers(Servers.postgres(), "own_" + which, count, PASSWORD);
        Comparison runs = ForkedJvm.running(
                        ForeignPools.class, Servers.postgres().jdbcUrl(), "own_" + which, PASSWORD, which)
                .jvm(OwnPools.OPEN)
                .classPath(classPath)
                .compared();
        runs.without().succeeded();
        runs.same();
        Map<String, String> facts = runs.with().facts();
        assertEquals(count, facts.size(), () -> "pools that the program knows: " + facts);
        assertAll(facts.entrySet().stream()
                .map(pool -> () -> assertEquals("3 sessions, 3 at the server", seen(pool.getValue()), pool.getKey())));
    }

    @Test
    void mariaDbPoolDataSource() throws SQLException {
        Map<String, String> pools = pools(Servers.mariadb(), 1, "", Libraries.MARIADB);
        assertEquals("3 sessions, 3 at the server", seen(pools.get("MariaDbPoolDataSource")));
    }

    @Test
    void h2JdbcConnectionPool() throws SQLException {
        Map<String, String> pools = pools(Servers.h2(), 1, "", Libraries.H2);
        assertEquals("3 sessions, 3 at the server", seen(pools.get("JdbcConnectionPool")));
    }

    @Test
    void xaAndPooledConnectionsOfPostgres() {
        xa(Servers.postgres(), Servers.postgres().jdbcUrl(), Libraries.POSTGRES);
    }

    @Test
    void xaAndPooledConnectionsOfMariaDb() {
        xa(Servers.mariadb(), Servers.mariadb().jdbcUrl(), Libraries.MARIADB);
    }

    @Test
    void xaAndPooledConnectionsOfConnectorJ() {
        xa(Servers.mariadb(), Servers.mariadb().jdbcUrl().replace(":mariadb:", ":mysql:"), Libraries.MYSQL);
    }

    @Test
    void xaAndPooledConnectionsOfH2() {
        xa(Servers.h2(), Servers.h2().jdbcUrl(), Libraries.H2);
    }

    /** A user for each pool; the same facts without and with the agent, and no handle of the agent's among them. */
    private static Map<String, String> pools(DatabaseServer server, int count, String more, String... libraries)
            throws SQLException {
        Sql.createUsers(server, "own_pool", count, PASSWORD);
        ForkedJvm program = ForkedJvm.running(ForeignPools.class, server.jdbcUrl(), "own_pool", PASSWORD)
                .with(libraries);
        Comparison runs = (more.isEmpty() ? program : program.arguments(more)).compared();
        runs.without().succeeded();
        runs.same();
        Map<String, String> facts = runs.with().facts();
        assertEquals(count, facts.size(), () -> "pools that the program knows: " + facts);
        assertNoHandle(facts);
        return facts;
    }

    private static void xa(DatabaseServer server, String url, String driver) {
        Comparison runs = ForkedJvm.running(XaSources.class, url, server.user(), server.password())
                .with(driver)
                .compared();
        runs.without().succeeded();
        runs.same();
        Map<String, String> facts = runs.with().facts();
        assertEquals(2, facts.size(), () -> "sources that the program knows: " + facts);
        facts.forEach((name, fact) -> assertTrue(fact.startsWith("3 sessions, "), () -> name + ": " + fact));
        // The handles are tracked: each was acquired, and seen to be closed; some drivers have one class for both
        // sources.
        Pattern line = Pattern.compile("foreign pool .*: active 0, .* acquires (\\d+), leases 0");
        int acquires = line.matcher(runs.with().errors())
                .results()
                .mapToInt(each -> Integer.parseInt(each.group(1)))
                .sum();
        assertEquals(6, acquires, () -> runs.with().toString());
        assertNoHandle(facts);
    }

    private static void assertNoHandle(Map<String, String> facts) {
        facts.forEach((name, fact) -> assertFalse(fact.contains("$PoolAgent"), () -> name + ": " + fact));
    }

    private static String seen(String fact) {
        return fact.replaceAll(", \\[.*", "");
    }
}
