package io.poolagent.it.failure;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.Alone;
import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Libraries;
import io.poolagent.it.harness.Run;
import io.poolagent.it.harness.Servers;
import io.poolagent.sample.server.DatabaseServer;
import java.util.stream.IntStream;
import legacy.failure.CrowdOnPool;
import org.junit.jupiter.api.Test;

/**
 * Invariant 11: a pool delays nobody who would have run without it. Direct connects are measured in the same JVM, at
 * URLs that are excluded from pooling; each connect is made long enough for the ratio to mean something.
 */
@Alone
class CrowdIT {
    private static final int CONNECT_MILLIS = 150;
    /** For scheduling on a busy machine. */
    private static final int SLACK_MILLIS = 100;

    @Test
    void tenThreadsOnColdPoolEachGetConnectionInTheTimeOfOneConnect() {
        Run run = crowd(10);
        assertAll(
                () -> assertRatio(run, median(run, "cold"), median(run, "direct"), 1.5),
                () -> assertEquals(10, sessions(run)),
                () -> assertRatio(run, run.number("pooled one by one"), run.number("direct one by one"), 1.5));
    }

    @Test
    void fortyThreadsThatHoldTheirConnectionsWaitAtMostAboutTwoConnects() {
        Run run = crowd(40);
        assertAll(
                () -> assertRatio(run, median(run, "cold"), median(run, "direct"), 2.2),
                () -> assertEquals(40, sessions(run)),
                () -> assertRatio(run, run.number("pooled one by one"), run.number("direct one by one"), 2.2),
                () -> assertTrue(run.number("pooled one by one") > CONNECT_MILLIS, "connects take time"));
    }

    private static Run crowd(int threads) {
        DatabaseServer server = Servers.postgres();
        return ForkedJvm.running(
                        CrowdOnPool.class,
                        server.jdbcUrl(),
                        server.user(),
                        server.password(),
                        String.valueOf(threads),
                        String.valueOf(CONNECT_MILLIS))
                .with(Libraries.POSTGRES)
                .agent("url.exclude=*=direct")
                .run()
                .succeeded();
    }

    private static void assertRatio(Run run, long pooled, long direct, double most) {
        assertTrue(
                pooled <= direct * most + SLACK_MILLIS,
                () -> pooled + " ms with the pool, " + direct + " ms direct: " + run);
    }

    /** The slowest connects of three rounds. */
    private static long median(Run run, String what) {
        return IntStream.rangeClosed(1, 3)
                .mapToLong(round -> run.number(what + " " + round))
                .sorted()
                .skip(1)
                .findFirst()
                .orElseThrow();
    }

    private static long sessions(Run run) {
        return IntStream.rangeClosed(1, 3)
                .mapToLong(round -> run.number("sessions " + round))
                .min()
                .orElseThrow();
    }
}
