package io.poolagent.it.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.Comparison;
import io.poolagent.it.harness.Drivers;
import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Jdks;
import java.util.List;
import legacy.release.Casts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Casts to the driver's classes work on handles, and what a handle leads to leads back to it. */
class CastsIT {
    @ParameterizedTest
    @EnumSource
    void castsOnThisJava(Drivers driver) {
        casts(driver, driver.running(Casts.class));
    }

    @ParameterizedTest
    @CsvSource({"POSTGRES, 8", "MARIADB, 8", "CONNECTOR_J, 8", "POSTGRES, 25", "H2, 25"})
    void castsOnOtherJavas(Drivers driver, int version) {
        casts(driver, driver.running(Casts.class).on(Jdks.require(version)));
    }

    private static void casts(Drivers driver, ForkedJvm program) {
        // from Java 24 on the JVM warns of native code, which SQLite's driver is
        Comparison runs = program.expecting("restricted method|java.lang.System::load|native-access|Restricted methods")
                .compared("url.include=jdbc:sqlite:*");
        runs.without().succeeded();
        runs.same();
        assertEquals(8, runs.with().lines().size(), () -> "two rounds of four lines: " + runs.with());
        List<String> classes = runs.with().otherErrors().stream()
                .filter(line -> line.startsWith("class "))
                .toList();
        assertEquals(2, classes.size());
        classes.forEach(line -> assertTrue(line.endsWith("$PoolAgent"), () -> "a handle of " + driver + ": " + line));
    }
}
