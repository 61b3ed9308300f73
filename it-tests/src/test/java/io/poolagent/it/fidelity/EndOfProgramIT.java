package io.poolagent.it.fidelity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.poolagent.it.harness.Await;
import io.poolagent.it.harness.Comparison;
import io.poolagent.it.harness.Drivers;
import io.poolagent.it.harness.Run;
import io.poolagent.it.harness.Servers;
import io.poolagent.it.harness.Sql;
import io.poolagent.sample.server.DatabaseServer;
import java.time.Duration;
import legacy.fidelity.EndOfProgram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is open when a program ends is rolled back by the server, and the program ends as it would. */
class EndOfProgramIT {
    @ParameterizedTest
    @CsvSource({
        "POSTGRES, return",
        "POSTGRES, exit",
        "POSTGRES, halt",
        "POSTGRES, exception",
        "MARIADB, exit",
        "MARIADB, return",
        "CONNECTOR_J, exit",
        "CONNECTOR_J, return",
        "H2, exit",
        "H2, return",
        "HSQLDB, exit",
        "DERBY, exit"
    })
    void openWorkIsRolledBack(Drivers driver, String end) throws Exception {
        Comparison runs = driver.running(EndOfProgram.class, end).compared();
        runs.same();
        Run with = runs.with();
        assertEquals("open true", with.lines().get(0), with::toString);
        assertFalse(with.agentLines("new pool").isEmpty(), () -> "pooled: " + with);
        DatabaseServer server = Servers.get(driver.server());
        String table = driver == Drivers.H2 || driver == Drivers.HSQLDB ? "PUBLIC.fidelity_end" : "fidelity_end";
        Await.until(
                "only the committed row is there",
                Duration.ofSeconds(20),
                () -> Sql.first(server, "SELECT sum(a) FROM " + table).equals("1"));
    }
}
