package io.poolagent.core.pool;

import com.zaxxer.hikari.util.ConcurrentBag;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * The slots of one pool in HikariCP's bag, with its affinity to threads and its hand-over to waiting ones. A slot is
 * made when none is free, up to the maximum. The only file that names HikariCP: the bag alone, since what a HikariPool
 * does around it (a proxy for each acquire, two more looks at the clock, retirement, a thread that fills) is what
 * leases and the housekeeper do here, and costs a third of an acquire.
 */
final class HikariSlots {
    private final ConcurrentBag<Entry> bag = new ConcurrentBag<>(waiting -> {});
    private final List<Slot> slots = new CopyOnWriteArrayList<>();
    private final int max;
    private volatile boolean full;
    private volatile boolean closed;

    HikariSlots(int max) {
        this.max = max;
    }

    /**
     * Takes a slot, empty or filled; give it back by {@link #release}.
     *
     * @param waitMillis how long to wait at the maximum, at least 1
     * @return null where none came free in time, the thread was interrupted, or the pool is closed
     */
    @Nullable
    Slot acquire(long waitMillis) {
        if (closed) {
            return null;
        }
        try {
            if (full) {
                return bag.borrow(waitMillis, TimeUnit.MILLISECONDS);
            }
            Slot free = bag.borrow(0, TimeUnit.MILLISECONDS);
            Slot slot = free == null ? make() : free;
            return slot == null ? bag.borrow(waitMillis, TimeUnit.MILLISECONDS) : slot;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** A slot that is the caller's already; null at the maximum. */
    private synchronized @Nullable Slot make() {
        if (slots.size() >= max || closed) {
            return null;
        }
        Entry slot = new Entry();
        slot.setState(Entry.STATE_IN_USE);
        slots.add(slot);
        full = slots.size() >= max;
        bag.add(slot);
        return slot;
    }

    /** Makes one more slot that nobody has. Returns false at the maximum. */
    boolean grow() {
        Slot slot = make();
        if (slot == null) {
            return false;
        }
        release(slot);
        return true;
    }

    void release(Slot slot) {
        bag.requite((Entry) slot);
    }

    /** Every slot there is, leased or not. */
    List<Slot> all() {
        return slots;
    }

    int waiting() {
        return bag.getWaitingThreadCount();
    }

    /** No slot is handed out any more. */
    void close() {
        closed = true;
        bag.close();
    }

    /** Whether somebody has the slot is the bag's to know. */
    private static final class Entry extends Slot implements ConcurrentBag.IConcurrentBagEntry {
        private static final AtomicIntegerFieldUpdater<Entry> STATE =
                AtomicIntegerFieldUpdater.newUpdater(Entry.class, "state");

        private volatile int state;

        @Override
        public boolean compareAndSet(int expected, int wanted) {
            return STATE.compareAndSet(this, expected, wanted);
        }

        @Override
        public void setState(int wanted) {
            state = wanted;
        }

        @Override
        public int getState() {
            return state;
        }
    }
}
