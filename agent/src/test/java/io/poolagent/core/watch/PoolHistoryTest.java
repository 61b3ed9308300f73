package io.poolagent.core.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PoolHistoryTest {
    private final PoolHistory history = new PoolHistory();

    private static PoolNow now(int active, long timeouts, long connectErrors) {
        return new PoolNow(active, 0, active, 0, 0, 10, 10, active, 0, timeouts, connectErrors, null, null);
    }

    private PoolNow look(long endOfStep, long timeouts, long connectErrors) {
        PoolNow now = now(1, timeouts, connectErrors);
        history.look(now, 0, null, endOfStep);
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
    void whatWasSeenBetweenTwoLooksIsInItsStep() {
        history.look(now(0, 0, 0), 0, null, 10_000);
        history.look(now(2, 0, 0), 1, null, 0);
        history.look(now(0, 0, 0), 5, null, 20_000);
        history.look(now(3, 0, 0), 0, null, 30_000);
        assertEquals(
                List.of(0, 5, 3),
                history.hour().stream().map(each -> each.activeMax).toList());
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
