package io.poolagent.it.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Jdk;
import io.poolagent.it.harness.Jdks;
import io.poolagent.it.harness.Project;
import io.poolagent.it.harness.Run;
import io.poolagent.it.harness.Servers;
import io.poolagent.sample.compare.OutputDifference;
import io.poolagent.sample.load.Figure;
import io.poolagent.sample.load.Figures;
import io.poolagent.sample.server.DatabaseServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged agent pools the packaged sample application, whose output is the same but for its figures. */
class SampleAppIT {
    private static final int REQUESTS = 200;

    @ParameterizedTest
    @ValueSource(ints = {8, 11, 17, 21, 25})
    void isPooledOnPostgres(int version) {
        isPooled(Jdks.require(version), Servers.postgres());
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 17})
    void isPooledOnMariaDb(int version) {
        isPooled(Jdks.require(version), Servers.mariadb());
    }

    private static void isPooled(Jdk jdk, DatabaseServer server) {
        Run without = shop(jdk, server).run().succeeded();
        Run with = shop(jdk, server).agent().run().succeeded();
        assertEquals(List.of(), OutputDifference.of(without.lines(), with.lines()));
        Figures direct = Figures.parse(without.lines());
        Figures pooled = Figures.parse(with.lines());
        assertEquals(REQUESTS, (int) value(pooled, Figure.REQUESTS));
        assertEquals(0, (int) value(pooled, Figure.FAILED), with::toString);
        double opened = value(pooled, Figure.SHOP_OPENED);
        assertTrue(value(direct, Figure.SHOP_OPENED) >= REQUESTS, () -> "a connect for each request: " + without);
        assertTrue(opened < value(direct, Figure.SHOP_OPENED) / 4, () -> opened + " connects with the agent: " + with);
        assertTrue(value(pooled, Figure.STILL_OPEN) <= 10, () -> "connections left open: " + with);
    }

    /** The command that the README shows first. */
    @Test
    void compareCommandPrintsBothSideBySide() {
        Run run = ForkedJvm.launching("-jar", Project.SAMPLE.toString())
                .arguments("compare", "--db", "h2", "--requests", "100", "--connect-seconds", "1")
                .arguments("--agent", Project.AGENT.toString())
                .within(Duration.ofMinutes(2))
                .run()
                .succeeded();
        assertTrue(run.text().contains(Figure.Section.CONNECT.title()), run::toString);
        assertTrue(run.text().contains(Figure.SHOP_OPENED.label()), run::toString);
    }

    private static double value(Figures figures, Figure figure) {
        return figures.get(figure).orElseThrow(() -> new AssertionError("no figure " + figure.label()));
    }

    private static ForkedJvm shop(Jdk jdk, DatabaseServer server) {
        return ForkedJvm.launching("-jar", Project.SAMPLE.toString())
                .on(jdk)
                .arguments("run", "--url", server.jdbcUrl(), "--user", server.user())
                .arguments("--requests", String.valueOf(REQUESTS), "--connect-seconds", "0")
                .environment("SHOP_PASSWORD", server.password());
    }
}
