package io.poolagent.core.pool;

import com.zaxxer.hikari.util.ConcurrentBag;
import io.poolagent.core.lease.Holder;
import io.poolagent.core.lease.Times;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
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
    private final Times waits;
    private volatile int max;
    /** Slots that are not parked; changed under the lock only. */
    private volatile int usable;

    private volatile boolean closed;

    /**
     * No slot yet.
     *
     * @param waits counts how long acquires waited for a slot
     */
    HikariSlots(int max, Times waits) {
        this.max = max;
        this.waits = waits;
    }

    /**
     * As {@link #take()}, for a thread that looks first where it found a connection last. The bag does the same with a list
     * in a thread-local and a new weak reference for each release, which costs 12 of 150 ns.
     */
    @Nullable
    Slot take(Holder holder) {
        Object last = holder.lastSlot();
        if (last instanceof Entry && !closed) {
            Entry entry = (Entry) last;
            if (entry.owner == this && entry.compareAndSet(Entry.STATE_NOT_IN_USE, Entry.STATE_IN_USE)) {
                return entry;
            }
        }
        Slot slot = take();
        if (slot != null) {
            holder.at(((Entry) slot).weak);
        }
        return slot;
    }

    /**
     * Takes a slot, empty or filled; give it back by {@link #release(Slot)}.
     *
     * @return null where none is free, the thread was interrupted, or the pool is closed
     */
    @Nullable
    Slot take() {
        if (closed) {
            return null;
        }
        try {
            Slot free = bag.borrow(0, TimeUnit.MILLISECONDS);
            return free == null ? make() : free;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** Takes a slot in which a connection is idle, wherever it is; null where there is none. */
    @Nullable
    Slot takeFilled() {
        for (Slot each : slots) {
            if (each.peek() != null && ((Entry) each).compareAndSet(Entry.STATE_NOT_IN_USE, Entry.STATE_IN_USE)) {
                return each;
            }
        }
        return null;
    }

    /**
     * Waits for a slot, at the maximum.
     *
     * @param millis how long, at least 1
     * @return as {@link #take}
     */
    @Nullable
    Slot await(long millis) {
        if (closed) {
            return null;
        }
        long start = System.nanoTime();
        try {
            return bag.borrow(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            waits.add(System.nanoTime() - start);
        }
    }

    /** A slot that is the caller's already; null at the maximum. */
    private synchronized @Nullable Slot make() {
        if (usable >= max || closed) {
            return null;
        }
        usable++;
        for (Slot each : slots) {
            Entry parked = (Entry) each;
            if (parked.compareAndSet(Entry.STATE_RESERVED, Entry.STATE_IN_USE)) {
                return parked;
            }
        }
        Entry slot = new Entry(this);
        slot.setState(Entry.STATE_IN_USE);
        slots.add(slot);
        bag.add(slot);
        return slot;
    }

    /** Makes one more slot that nobody has. Returns false at the maximum. */
    boolean grow() {
        Slot slot = make();
        if (slot == null) {
            return false;
        }
        bag.requite((Entry) slot);
        return true;
    }

    /**
     * Gives a slot back.
     *
     * @return false where it was one too many and is out of use now: what is in it is the caller's to close
     */
    boolean release(Slot slot) {
        if (usable > max && park((Entry) slot, Entry.STATE_IN_USE)) {
            return false;
        }
        bag.requite((Entry) slot);
        return true;
    }

    /** As {@link #release(Slot)}, for a slot that a thread took and may look for again. */
    boolean release(Slot slot, Holder holder) {
        Entry entry = (Entry) slot;
        if (usable > max || bag.getWaitingThreadCount() > 0 || !holder.wasAt(entry.weak)) {
            return release(slot);
        }
        entry.setState(Entry.STATE_NOT_IN_USE);
        // Who began to wait in between may have looked at the slot before it was free.
        if (bag.getWaitingThreadCount() > 0 && entry.compareAndSet(Entry.STATE_NOT_IN_USE, Entry.STATE_IN_USE)) {
            bag.requite(entry);
        }
        return true;
    }

    private synchronized boolean park(Entry slot, int from) {
        if (usable <= max || !slot.compareAndSet(from, Entry.STATE_RESERVED)) {
            return false;
        }
        usable--;
        return true;
    }

    /**
     * Changes the maximum. Slots too many go out of use at once where they are idle, else as they are released; slots that
     * are missing are made as they are needed, and at once for threads that wait.
     *
     * @return the slots that went out of use: what is in them is the caller's to close
     */
    List<Slot> setMax(int most) {
        max = most;
        List<Slot> parked = new ArrayList<>();
        for (Slot each : slots) {
            if (park((Entry) each, Entry.STATE_NOT_IN_USE)) {
                parked.add(each);
            }
        }
        int missing = waiting();
        while (missing > 0 && grow()) {
            missing--;
        }
        return parked;
    }

    /** Every slot there is, leased or not. */
    List<Slot> all() {
        return slots;
    }

    /** How many of them are in use, or may be: more can not be leased at once. */
    int usable() {
        return usable;
    }

    /**
     * Whether more than so many slots are taken: leased, or about to be. Of threads that take slots at the same time the
     * last one sees them all. Ends as soon as so many are free that there can not be more.
     */
    boolean areTaken(int moreThan) {
        int spare = slots.size() - moreThan;
        for (Slot each : slots) {
            if (((Entry) each).state != Entry.STATE_IN_USE && --spare <= 0) {
                return false;
            }
        }
        return spare > 0;
    }

    /** Lets threads that look from here on see the lease in a slot, which is the caller's: it is written without a barrier. */
    void show(Slot own) {
        ((Entry) own).setState(Entry.STATE_IN_USE);
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

        private final HikariSlots owner;
        private final WeakReference<Entry> weak = new WeakReference<>(this);
        private volatile int state;

        private Entry(HikariSlots owner) {
            this.owner = owner;
        }

        @Override
        boolean isParked() {
            return state == STATE_RESERVED;
        }

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
