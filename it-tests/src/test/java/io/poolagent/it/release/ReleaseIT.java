package io.poolagent.it.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.Comparison;
import io.poolagent.it.harness.Drivers;
import io.poolagent.it.harness.Run;
import io.poolagent.it.harness.Servers;
import io.poolagent.sample.server.DatabaseServer;
import legacy.release.Leaks;
import legacy.release.StaleHandle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a connection leaves behind when it is closed, or lost: the same as without the agent. */
class ReleaseIT {
    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "MARIADB", "CONNECTOR_J", "H2", "HSQLDB"})
    void staleHandleTouchesNoLaterLease(Drivers driver) {
        Comparison runs = driver.running(StaleHandle.class).compared();
        runs.without().succeeded();
        runs.same();
        assertTrue(runs.with().lines().contains("rows 2"), () -> "the other's work: " + runs.with());
        assertTrue(runs.with().otherErrors().contains("same session"), () -> "the session was reused: " + runs.with());
    }

    @Test
    void leakedConnectionsAreTakenBackAndReportedOnce() {
        DatabaseServer server = Servers.postgres();
        Comparison runs = Drivers.POSTGRES
                .running(Leaks.class, server.adminUser(), server.adminPassword())
                .compared();
        Run with = runs.with().succeeded();
        String[] expected = {
            "forgotten transactions ended: true",
            "rows of the kept connection: 1000",
            "kept: 1,2",
            "sessions taken back: true",
            "work: 1,2"
        };
        assertEquals(String.join("\n", expected), String.join("\n", with.lines()), with::toString);
        assertEquals(1, with.agentLines("PROVEN LEAK at Leaks.java").size(), () -> "one report for the place: " + with);
        assertTrue(with.errors().contains(" 3 leaks at Leaks.java"), () -> "each counted: " + with);
        assertTrue(
                runs.without().succeeded().text().contains("sessions taken back: false"),
                () -> "this test can tell: " + runs.without());
    }
}
