package io.poolagent.core.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.core.lease.Holder;
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
        Slot first = acquired(acquire(slots, 1));
        assertEquals(1, slots.all().size());
        Slot second = acquired(acquire(slots, 1));
        assertNotSame(first, second);
        assertNull(acquire(slots, 1), "at the maximum nobody gets a third one");
        slots.release(second);
        assertSame(second, acquire(slots, 1));
        assertEquals(2, slots.all().size());
    }

    @Test
    void takenSlotsAreCounted() {
        HikariSlots slots = new HikariSlots(3, new Times());
        assertFalse(slots.areTaken(0));
        Slot first = acquired(acquire(slots, 1));
        assertTrue(slots.areTaken(0));
        assertFalse(slots.areTaken(1));
        acquire(slots, 1);
        slots.grow();
        assertTrue(slots.areTaken(1));
        assertFalse(slots.areTaken(2), "the third is free");
        slots.release(first);
        assertFalse(slots.areTaken(1));
        assertTrue(slots.areTaken(0));
        assertFalse(slots.areTaken(7), "there are not so many");
        assertEquals(3, slots.usable());
    }

    @Test
    void aFreeSlotComesBeforeANewOne() {
        HikariSlots slots = new HikariSlots(10, new Times());
        Slot slot = acquired(acquire(slots, 1));
        slots.release(slot);
        assertSame(slot, acquire(slots, 1));
        assertEquals(1, slots.all().size());
    }

    @Test
    void slotsCanBeMadeForNobody() {
        HikariSlots slots = new HikariSlots(1, new Times());
        assertTrue(slots.grow());
        assertFalse(slots.grow());
        assertSame(slots.all().get(0), acquire(slots, 1));
    }

    @Test
    void aReleasedSlotIsHandedToWhoeverWaits() throws Exception {
        HikariSlots slots = new HikariSlots(1, new Times());
        Slot slot = acquired(acquire(slots, 1));
        Future<@Nullable Slot> waiting = threads.submit(() -> acquire(slots, LONG_MILLIS));
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
        assertNotNull(acquire(slots, 1));
        Future<Boolean> waiting = threads.submit(() -> {
            Thread.currentThread().interrupt();
            return acquire(slots, LONG_MILLIS) == null && Thread.interrupted();
        });
        assertTrue(waiting.get(10, TimeUnit.SECONDS));
    }

    @Test
    void noneIsHandedOutAfterTheEnd() {
        HikariSlots slots = new HikariSlots(2, new Times());
        Slot slot = acquired(acquire(slots, 1));
        slots.close();
        slots.release(slot);
        assertNull(acquire(slots, 1));
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
                    Slot slot = acquire(slots, LONG_MILLIS);
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

    /** Threads that look first where they were last, beside threads that wait: nobody waits while a slot is free. */
    @Test
    void aThreadComesBackToItsSlotAndLeavesItToWhoeverWaits() throws Exception {
        HikariSlots slots = new HikariSlots(3, new Times());
        Holder here = new Holder(Thread.currentThread());
        Slot first = acquired(slots.take(here));
        Slot second = acquired(slots.take());
        assertTrue(slots.release(first, here));
        assertTrue(slots.release(second));
        assertSame(first, slots.take(here));
        HikariSlots others = new HikariSlots(1, new Times());
        assertNotSame(first, others.take(here), "a slot of another pool");
        assertTrue(slots.release(first, here));

        HikariSlots few = new HikariSlots(2, new Times());
        Set<Slot> held = ConcurrentHashMap.newKeySet();
        List<Future<Integer>> results = new ArrayList<>();
        for (int thread = 0; thread < 6; thread++) {
            results.add(threads.submit(() -> {
                Holder holder = new Holder(Thread.currentThread());
                int wrong = 0;
                for (int i = 0; i < 20_000; i++) {
                    Slot slot = few.take(holder);
                    slot = slot == null ? few.await(LONG_MILLIS) : slot;
                    if (slot == null || !held.add(slot)) {
                        wrong++;
                        continue;
                    }
                    held.remove(slot);
                    few.release(slot, holder);
                }
                return wrong;
            }));
        }
        for (Future<Integer> each : results) {
            assertEquals(0, each.get(60, TimeUnit.SECONDS));
        }
        assertEquals(0, few.waiting());
    }

    private static @Nullable Slot acquire(HikariSlots slots, long waitMillis) {
        Slot free = slots.take();
        return free == null ? slots.await(waitMillis) : free;
    }

    private static Slot acquired(@Nullable Slot slot) {
        assertNotNull(slot);
        return slot;
    }

    /** What is too much goes out of use at once where it is idle, else as it is released, and comes back when it is wanted. */
    @Test
    void maximumCanBeChanged() {
        HikariSlots slots = new HikariSlots(3, new Times());
        Slot first = acquired(slots.take());
        Slot second = acquired(slots.take());
        Slot third = acquired(slots.take());
        assertTrue(slots.release(third));
        assertEquals(List.of(third), slots.setMax(1));
        assertTrue(third.isParked());
        assertNull(slots.take());
        assertFalse(slots.release(second), "one too many");
        assertTrue(second.isParked());
        assertTrue(slots.release(first));
        assertSame(first, slots.take());
        assertEquals(List.of(), slots.setMax(2));
        Slot again = acquired(slots.take());
        assertFalse(again.isParked());
        assertNull(slots.take());
        assertEquals(3, slots.all().size());
    }

    @Test
    void aHigherMaximumServesThoseWhoWait() throws Exception {
        HikariSlots slots = new HikariSlots(1, new Times());
        acquired(slots.take());
        Future<@Nullable Slot> waiting = threads.submit(() -> slots.await(LONG_MILLIS));
        while (slots.waiting() == 0) {
            Thread.onSpinWait();
        }
        slots.setMax(2);
        assertNotNull(waiting.get(5, TimeUnit.SECONDS));
    }
}
