package io.poolagent.core.lease;

import io.poolagent.core.report.OneLine;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** The thread that acquired a connection: held weakly, its name kept. One object per thread, shared by its leases. */
public final class Holder extends WeakReference<Thread> {
    private final String name;
    /** What tells a thread without a name, as virtual ones are, from others. */
    private final long id;

    private final boolean isVirtual;
    /** Which of its leases was used last; late looks do no harm. */
    private @Nullable LeaseRecord last;
    /** Where the thread last found a connection; late looks do no harm. */
    private @Nullable Reference<?> slot;

    /** For the current thread. */
    public Holder(Thread thread) {
        super(thread);
        this.name = OneLine.of(thread.getName());
        this.id = thread.getId();
        this.isVirtual = name.isEmpty() && thread.getClass().getName().contains("Virtual"); // asked so on every Java
    }

    /**
     * One of its leases is used, by whatever thread.
     *
     * @return the open one that was used before it; null where that is the same, or none
     */
    @Nullable
    LeaseRecord turnsTo(LeaseRecord lease) {
        LeaseRecord before = last;
        if (before == lease || !lease.isOpen()) {
            return null;
        }
        last = lease;
        return before;
    }

    /** Whether of its open leases this is the one that was used last. */
    public boolean hasUsedLast(LeaseRecord lease) {
        return last == lease;
    }

    /** A lease has ended: nothing of its driver's is kept for longer. */
    void forget(LeaseRecord lease) {
        if (last == lease) {
            last = null;
        }
    }

    /** Where the thread last found a connection, for whoever hands them out: it is likely to find one there again. */
    public @Nullable Object lastSlot() {
        Reference<?> known = slot;
        return known == null ? null : known.get();
    }

    /** Whether the thread last found a connection there. */
    public boolean wasAt(Reference<?> place) {
        return slot == place;
    }

    /** The thread found a connection there. Weak: a thread of a pool of threads must not hold an application's driver. */
    public void at(WeakReference<?> place) {
        slot = place;
    }

    /** Whether the thread has not ended. */
    public boolean isAlive() {
        Thread thread = get();
        return thread != null && thread.isAlive();
    }

    /**
     * The thread's name; that of its first acquire where the thread has ended; {@code virtual thread #42}, by its number
     * in the JVM, where it has none.
     */
    public String name() {
        Thread thread = get();
        String known = thread == null ? name : OneLine.of(thread.getName());
        return known.isEmpty() ? (isVirtual ? "virtual thread #" : "thread #") + id : known;
    }
}
