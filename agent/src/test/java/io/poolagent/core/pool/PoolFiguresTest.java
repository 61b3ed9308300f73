package io.poolagent.core.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.core.config.ConfigReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class PoolFiguresTest {
    private final PoolSettings settings = new PoolSettings(ConfigReader.read("pool.max=4", Map.of(), new Properties()));
    private final PoolCounters counters = new PoolCounters(new PoolLog("test"));
    private final List<Slot> slots = new ArrayList<>();
    private final Server server = new Server();
    private final SlotInventory inventory = new SlotInventory(slots, new Fitness(settings, server), counters, server);

    private final PoolStatistics statistics = new PoolStatistics(settings, inventory, counters, () -> 0);

    private PoolFigures figures() {
        return statistics.figures();
    }

    @Test
    void emptySlotsCountNowhere() {
        slots.add(new Slot());
        slots.add(new Slot());
        PoolFigures now = figures();
        assertEquals(0, now.active + now.idle + now.total + now.maxUsed);
        assertEquals(4, now.max);
        assertEquals(0.0, now.reuseRatio());
        assertEquals(0.0, now.utilisation());
        assertNull(now.lastError());
        assertNull(now.lastErrorTime());
    }

    @Test
    void overflowCountsAsAcquireThatWasNotReused() {
        counters.overflow.add(3);
        PoolFigures now = figures();
        assertEquals(3, now.totals.acquires);
        assertEquals(0.0, now.reuseRatio());
        assertEquals(0, now.totals.created);
    }

    @Test
    void theMostUsedStays() {
        counters.peak.seen(3);
        counters.peak.seen(2);
        assertEquals(3, figures().maxUsed);
    }

    @Test
    void aResetBeginsAnewAndTotalsGoOn() {
        counters.overflow.add(3);
        counters.peak.seen(4);
        counters.waits.add(5_000_000);
        statistics.reset();
        counters.overflow.add(2);
        counters.waits.add(1_000_000);
        PoolFigures now = figures();
        assertEquals(2, now.totals.acquires);
        assertEquals(0, now.maxUsed);
        assertEquals(1, now.totals.waitTimes.count());
        assertEquals(1.0, now.totals.waitTimes.maxMillis());
        assertEquals(5, statistics.totals().acquires);
        assertEquals(2, statistics.totals().waitTimes.count());
    }

    @Test
    void lastErrorHasNoMessage() {
        counters.failed(new SQLException("the card number is 4711", "23505"));
        assertEquals("java.sql.SQLException 23505", figures().lastError());
        counters.failed(new SQLException("x", "no such customer: Smith"));
        assertEquals("java.sql.SQLException", figures().lastError());
        counters.failed(new IllegalStateException("x"));
        assertEquals("java.lang.IllegalStateException", figures().lastError());
        assertEquals(3, figures().totals.errors);
        assertTrue(String.valueOf(figures().lastErrorTime()).endsWith("Z"));
    }
}
