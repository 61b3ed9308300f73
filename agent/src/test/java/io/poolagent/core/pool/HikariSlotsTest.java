package io.poolagent.core.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.core.lease.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HikariSlotsTest {
    private static final long LONG_MILLIS = TimeUnit.SECONDS.toMillis(30);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void slotsAreMadeAsTheyAreNeededUpToTheMaximum() {
        HikariSlots slots = new HikariSlots(2, new Times());
        assertEquals(0, slots.all().size());
        Slot first = acquired(slots.acquire(1));
        assertEquals(1, slots.all().size());
        Slot second = acquired(slots.acquire(1));
        assertNotSame(first, second);
        assertNull(slots.acquire(1), "at the maximum nobody gets a third one");
        slots.release(second);
        assertSame(second, slots.acquire(1));
        assertEquals(2, slots.all().size());
    }

    @Test
    void aFreeSlotComesBeforeANewOne() {
        HikariSlots slots = new HikariSlots(10, new Times());
        Slot slot = acquired(slots.acquire(1));
        slots.release(slot);
        assertSame(slot, slots.acquire(1));
        assertEquals(1, slots.all().size());
    }

    @Test
    void slotsCanBeMadeForNobody() {
        HikariSlots slots = new HikariSlots(1, new Times());
        assertTrue(slots.grow());
        assertFalse(slots.grow());
        assertSame(slots.all().get(0), slots.acquire(1));
    }

    @Test
    void aReleasedSlotIsHandedToWhoeverWaits() throws Exception {
        HikariSlots slots = new HikariSlots(1, new Times());
        Slot slot = acquired(slots.acquire(1));
        Future<@Nullable Slot> waiting = threads.submit(() -> slots.acquire(LONG_MILLIS));
        while (slots.waiting() == 0) {
            Thread.onSpinWait();
        }
        slots.release(slot);
        assertSame(slot, waiting.get(30, TimeUnit.SECONDS));
        assertEquals(0, slots.waiting());
    }

    @Test
    void anInterruptedThreadGetsNoneAndStaysInterrupted() throws Exception {
        HikariSlots slots = new HikariSlots(1, new Times());
        assertNotNull(slots.acquire(1));
        Future<Boolean> waiting = threads.submit(() -> {
            Thread.currentThread().interrupt();
            return slots.acquire(LONG_MILLIS) == null && Thread.interrupted();
        });
        assertTrue(waiting.get(10, TimeUnit.SECONDS));
    }

    @Test
    void noneIsHandedOutAfterTheEnd() {
        HikariSlots slots = new HikariSlots(2, new Times());
        Slot slot = acquired(slots.acquire(1));
        slots.close();
        slots.release(slot);
        assertNull(slots.acquire(1));
    }

    @Test
    void noSlotHasTwoHolders() throws Exception {
        HikariSlots slots = new HikariSlots(4, new Times());
        Set<Slot> held = ConcurrentHashMap.newKeySet();
        List<Future<Integer>> results = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            results.add(threads.submit(() -> {
                int wrong = 0;
                for (int i = 0; i < 5_000; i++) {
                    Slot slot = slots.acquire(LONG_MILLIS);
                    if (slot == null || !held.add(slot)) {
                        wrong++;
                        continue;
                    }
                    held.remove(slot);
                    slots.release(slot);
                }
                return wrong;
            }));
        }
        for (Future<Integer> each : results) {
            assertEquals(0, each.get(60, TimeUnit.SECONDS));
        }
        assertTrue(slots.all().size() <= 4, () -> slots.all().size() + " slots");
    }

    private static Slot acquired(@Nullable Slot slot) {
        assertNotNull(slot);
        return slot;
    }
}
