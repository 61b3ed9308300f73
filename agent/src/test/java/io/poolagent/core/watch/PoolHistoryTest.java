package io.poolagent.core.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PoolHistoryTest {
    private final PoolHistory history = new PoolHistory();

    private static PoolNow now(int active, long timeouts, long connectErrors) {
        return new PoolNow(active, 0, active, 0, 0, 10, active, 0, timeouts, connectErrors, null);
    }

    private PoolNow look(long endOfStep, long timeouts, long connectErrors) {
        PoolNow now = now(1, timeouts, connectErrors);
        history.look(now, null, endOfStep);
        return now;
    }

    @Test
    void failuresCountBeforeTheirStepEnds() {
        assertEquals(0, history.failuresOfHour(look(0, 0, 0)));
        assertEquals(3, history.failuresOfHour(look(0, 1, 2)));
        assertEquals(3, history.failuresOfHour(look(10_000, 1, 2)));
        assertEquals(5, history.failuresOfHour(look(0, 2, 3)));
    }

    @Test
    void failuresOfMoreThanAnHourAgoDoNot() {
        look(10_000, 4, 4);
        for (int step = 2; step <= 360; step++) {
            assertEquals(8, history.failuresOfHour(look(step * 10_000L, 4, 4)));
        }
        assertEquals(0, history.failuresOfHour(look(361 * 10_000L, 4, 4)));
    }
}
