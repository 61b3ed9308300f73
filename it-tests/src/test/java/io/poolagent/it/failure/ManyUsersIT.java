package io.poolagent.it.failure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.Alone;
import io.poolagent.it.harness.Comparison;
import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Libraries;
import io.poolagent.it.harness.Sql;
import io.poolagent.sample.server.DatabaseServer;
import io.poolagent.sample.server.DatabaseServers;
import io.poolagent.sample.server.NoBinaryException;
import io.poolagent.sample.server.ServerStartException;
import java.sql.SQLException;
import java.util.Map;
import legacy.failure.ManyUsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invariant 12: idle connections never take the place of somebody's fresh one. */
@Alone
class ManyUsersIT {
    private static final int USERS = 200;
    private static final String PASSWORD = "many-users";

    private static DatabaseServer server;

    @BeforeAll
    static void startServerWithFewConnections() throws ServerStartException, SQLException {
        try {
            server = DatabaseServers.postgres(Map.of("max_connections", "50"));
        } catch (NoBinaryException e) {
            Assumptions.abort(e.getMessage());
        }
        Sql.createUsers(server, "clerk", USERS, PASSWORD);
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40})
    void neverTooManyConnections(int group) {
        Comparison runs = ForkedJvm.running(
                        ManyUsers.class,
                        server.jdbcUrl(),
                        "clerk",
                        PASSWORD,
                        String.valueOf(USERS),
                        String.valueOf(group))
                .with(Libraries.POSTGRES)
                .compared("log.level=warn");
        runs.without().succeeded();
        runs.with().succeeded();
        String expected = "in groups of " + group + ": " + 3 * USERS + " served, 0 refused";
        assertTrue(runs.without().text().contains(expected), () -> "without the agent: " + runs.without());
        assertTrue(runs.with().text().contains(expected), () -> "with the agent: " + runs.with());
    }
}
