package io.poolagent.it.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.Comparison;
import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Servers;
import io.poolagent.sample.server.DatabaseServer;
import legacy.key.WrongLogins;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong login gets the driver's own exception, although somebody else's connection lies ready. */
class WrongLoginsIT {
    @ParameterizedTest
    @CsvSource({
        "postgres, jdbc:postgresql:, postgresql, 28P01",
        "mariadb, jdbc:mariadb:, mariadb-java-client, 28000",
        "mariadb, jdbc:mysql:, mysql-connector-j, 28000",
        "h2, jdbc:h2:, h2, 28000",
        "hsqldb, jdbc:hsqldb:, hsqldb, 28000",
        "derby, jdbc:derby:, derbyclient derbyshared, 08004"
    })
    void driversOwnException(String name, String scheme, String libraries, String state) {
        DatabaseServer server = Servers.get(name);
        String url = server.jdbcUrl().replaceFirst("^jdbc:[a-z0-9]+:", scheme);
        Comparison runs = ForkedJvm.running(WrongLogins.class, url, server.user(), server.password())
                .with(libraries.split(" "))
                .compared();
        runs.without().succeeded();
        runs.same();
        assertEquals(20, runs.with().lines().size());
        for (int round = 1; round <= 2; round++) {
            String wrong = round + ", wrong password again: ";
            assertTrue(
                    runs.with().lines().stream()
                            .anyMatch(line -> line.startsWith(wrong) && line.contains(" " + state + "/")),
                    () -> "state " + state + " in " + runs.with());
        }
        assertTrue(!runs.with().agentLines("new pool").isEmpty(), () -> "pooled: " + runs.with());
    }
}
