package io.poolagent.it.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.Comparison;
import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Libraries;
import io.poolagent.it.harness.Servers;
import io.poolagent.sample.server.DatabaseServer;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import legacy.entry.EntryPoints;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every way to get a connection is pooled: the same server session comes back, in a handle of the agent's. */
class EntryPointsIT {
    private static final String[] FRAMEWORKS = {
        "mybatis", "spring-jdbc", "spring-core", "spring-beans", "spring-tx", "commons-logging"
    };

    @TestFactory
    Stream<DynamicTest> postgres() {
        DatabaseServer server = Servers.postgres();
        return ways(server, server.jdbcUrl(), Libraries.POSTGRES, "PGSimpleDataSource");
    }

    @TestFactory
    Stream<DynamicTest> h2InServerMode() {
        DatabaseServer server = Servers.h2();
        return ways(server, server.jdbcUrl(), Libraries.H2, "JdbcDataSource");
    }

    @TestFactory
    Stream<DynamicTest> mariadb() {
        DatabaseServer server = Servers.mariadb();
        return ways(server, server.jdbcUrl(), Libraries.MARIADB, "MariaDbDataSource");
    }

    @TestFactory
    Stream<DynamicTest> mariadbWithConnectorJ() {
        DatabaseServer server = Servers.mariadb();
        String url = server.jdbcUrl().replace("jdbc:mariadb:", "jdbc:mysql:");
        return ways(server, url, Libraries.MYSQL, "MysqlDataSource");
    }

    private static Stream<DynamicTest> ways(DatabaseServer server, String url, String driver, String vendorSource) {
        String[] libraries =
                Stream.concat(Stream.of(driver), Stream.of(FRAMEWORKS)).toArray(String[]::new);
        Comparison runs = ForkedJvm.running(EntryPoints.class, url, server.user(), server.password(), "frameworks")
                .with(libraries)
                .compared();
        Map<String, String> direct = runs.without().succeeded().facts();
        Map<String, String> pooled = runs.with().succeeded().facts();
        assertEquals(13, direct.size(), () -> "ways that the program knows: " + direct.keySet());
        assertTrue(direct.containsKey(vendorSource + ".getConnection()"), () -> "in " + direct.keySet());
        assertEquals(direct.keySet(), pooled.keySet());
        return direct.keySet().stream()
                .map(way -> DynamicTest.dynamicTest(way, () -> {
                    Seen without = Seen.of(direct.get(way));
                    Seen with = Seen.of(pooled.get(way));
                    assertEquals(
                            4,
                            without.sessions().size(),
                            () -> "sessions of four requests without the agent: " + without);
                    assertFalse(without.type().endsWith("$PoolAgent"), without::type);
                    assertEquals(1, with.sessions().size(), () -> "sessions of four requests with the agent: " + with);
                    assertEquals(without.type() + "$PoolAgent", with.type());
                }));
    }

    private record Seen(Set<String> sessions, String type) {
        static Seen of(String fact) {
            String[] parts = fact.split(" ");
            return new Seen(Set.of(Stream.of(parts[0].split(",")).distinct().toArray(String[]::new)), parts[1]);
        }
    }
}
