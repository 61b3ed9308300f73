package io.poolagent.core.lease;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The open leases that one thread began, where nothing else keeps them. Only that thread writes here, so that beginning
 * and ending one costs two plain writes; a lease that another thread ended goes with the next one that begins. Any thread
 * may look.
 */
public final class ThreadLeases {
    private static final ConcurrentLinkedQueue<ThreadLeases> ALL = new ConcurrentLinkedQueue<>();

    private final Holder holder;
    private volatile AtomicReferenceArray<@Nullable LeaseRecord> leases = new AtomicReferenceArray<>(4);
    /** Written by the thread only. */
    private int size;

    /** For the current thread. */
    public ThreadLeases(Holder holder) {
        this.holder = holder;
        ALL.add(this);
    }

    /** Keeps a lease of this thread's. Called by the thread itself. */
    public void add(LeaseRecord lease) {
        AtomicReferenceArray<@Nullable LeaseRecord> known = leases;
        while (size > 0 && isOver(known.get(size - 1))) {
            known.lazySet(--size, null);
        }
        if (size == known.length()) {
            known = grown(known);
        }
        known.lazySet(size++, lease);
    }

    /** The lease that began last and is still open, where a check accepts it. Called by the thread itself. */
    public @Nullable LeaseRecord last() {
        return size == 0 ? null : leases.get(size - 1);
    }

    /** Forgets the last one. Called by the thread itself. */
    public void removeLast() {
        leases.lazySet(--size, null);
    }

    private AtomicReferenceArray<@Nullable LeaseRecord> grown(AtomicReferenceArray<@Nullable LeaseRecord> full) {
        List<LeaseRecord> open = new ArrayList<>();
        for (int i = 0; i < full.length(); i++) {
            LeaseRecord each = full.get(i);
            if (each != null && each.isOpen()) {
                open.add(each);
            }
        }
        AtomicReferenceArray<@Nullable LeaseRecord> more = new AtomicReferenceArray<>(Math.max(4, open.size() * 2));
        for (int i = 0; i < open.size(); i++) {
            more.set(i, open.get(i));
        }
        size = open.size();
        leases = more;
        return more;
    }

    private static boolean isOver(@Nullable LeaseRecord lease) {
        return lease == null || !lease.isOpen();
    }

    private void addTo(List<LeaseRecord> open) {
        AtomicReferenceArray<@Nullable LeaseRecord> known = leases;
        for (int i = 0; i < known.length(); i++) {
            LeaseRecord each = known.get(i);
            if (each != null && each.isOpen()) {
                open.add(each);
            }
        }
    }

    /** The open leases of all threads; forgets threads that have ended and left none. */
    public static List<LeaseRecord> open() {
        List<LeaseRecord> open = new ArrayList<>();
        ALL.removeIf(each -> {
            int before = open.size();
            each.addTo(open);
            return open.size() == before && !each.holder.isAlive();
        });
        return open;
    }
}
