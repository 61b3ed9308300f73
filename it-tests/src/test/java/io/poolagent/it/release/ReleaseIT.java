package io.poolagent.it.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.Comparison;
import io.poolagent.it.harness.Drivers;
import io.poolagent.it.harness.Run;
import io.poolagent.it.harness.Servers;
import io.poolagent.sample.server.DatabaseServer;
import legacy.release.AfterClose;
import legacy.release.Attributes;
import legacy.release.Leaks;
import legacy.release.StaleHandle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a connection leaves behind when it is closed, or lost: the same as without the agent. */
class ReleaseIT {
    @ParameterizedTest
    @CsvSource({
        "POSTGRES, shop, pg_catalog",
        "MARIADB, information_schema, information_schema",
        "CONNECTOR_J, information_schema, information_schema",
        "H2, , INFORMATION_SCHEMA",
        "HSQLDB, , INFORMATION_SCHEMA"
    })
    void attributesAreSetBack(Drivers driver, String catalog, String schema) {
        Comparison runs = driver.running(Attributes.class, catalog == null ? "" : catalog, schema)
                .compared();
        runs.without().succeeded();
        runs.same();
        assertTrue(runs.with().lines().size() >= 20, () -> "attributes seen by " + runs.with());
        String reused = runs.with().errors();
        for (String name : new String[] {"nothing", "autocommit", "serializable"}) {
            assertTrue(
                    reused.contains("same session: " + name), () -> name + " is set back, not closed: " + runs.with());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
    void useAfterCloseIsRefusedAsByTheDriver(Drivers driver) {
        boolean values = driver == Drivers.DERBY || driver == Drivers.HSQLDB;
        Comparison runs = driver.running(AfterClose.class, values ? "VALUES (1)" : "SELECT 1")
                .compared();
        runs.without().succeeded();
        runs.same();
        assertTrue(runs.with().lines().contains("isClosed: true"), () -> "closed: " + runs.with());
        assertTrue(runs.with().lines().contains("close again: fine"), () -> "a second close: " + runs.with());
        assertTrue(!runs.with().agentLines("new pool").isEmpty(), () -> "pooled: " + runs.with());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
    void statementsAfterCloseAreRefusedAsByTheDriver(Drivers driver) {
        Comparison runs =
                driver.running(AfterClose.class, query(driver), "statements").compared();
        runs.without().succeeded();
        runs.same();
        assertTrue(runs.with().text().contains("statement: refused with class "), () -> "refused: " + runs.with());
    }

    private static String query(Drivers driver) {
        return driver == Drivers.DERBY || driver == Drivers.HSQLDB ? "VALUES (1)" : "SELECT 1";
    }

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
        assertEquals(3, with.agentLines("proven leak").size(), () -> "one report for each: " + with);
        assertTrue(
                runs.without().succeeded().text().contains("sessions taken back: false"),
                () -> "this test can tell: " + runs.without());
    }
}
