package io.poolagent.core.lease;

import java.lang.ref.ReferenceQueue;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one lease, of a managed pool or a foreign one: who acquired where and when, and what was done since.
 * It is the phantom reference to what the application holds, and never refers to that strongly. What the hot path
 * writes here are plain fields where a late look does no harm. Any thread may call any method.
 */
public abstract class LeaseRecord extends LeaseStatements {
    static final ReferenceQueue<Object> COLLECTED = new ReferenceQueue<>();

    /** A start that was not measured: the lease begins when somebody first asks since when it is. */
    public static final long NOT_MEASURED = 0;

    private static final int COMEBACK_LOOKS = 8;

    private static final AtomicLong IDS = new AtomicLong();

    private final Holder holder;
    private @Nullable Origin origin;
    /** Not final, for starts that were not measured; then a late look does no harm. */
    private long startNanos;

    private volatile @Nullable Place place;
    private volatile long id;

    private volatile boolean used;
    private volatile boolean shared;
    /** The thread that used it last, and how often that changed: late looks do no harm. */
    private long lastUser;

    private int turns;
    private int comebacks;
    private int comebackLooks;
    private long lastUsedNanos;
    private int rests;
    private volatile @Nullable Object verdict;

    /**
     * @param handle what the application holds
     * @param holder the acquiring thread
     * @param origin where it acquired; null where nothing was captured
     * @param startNanos the time, as of {@code System.nanoTime()}, or {@link #NOT_MEASURED}
     */
    protected LeaseRecord(Object handle, Holder holder, @Nullable Origin origin, long startNanos) {
        super(handle, COLLECTED);
        this.holder = holder;
        this.origin = origin;
        this.startNanos = startNanos;
        this.lastUsedNanos = startNanos;
    }

    /** The name of the pool. */
    public abstract String pool();

    /** Whether the application has not closed it yet. */
    public abstract boolean isOpen();

    /** Whether a transaction may be open, as far as JDBC knows. */
    public abstract boolean isInTransaction();

    /** Whether an object that reaches into the connection has left unwrapped. */
    public abstract boolean hasEscaped();

    /**
     * The handle was collected without a close: what has to be done is done at once. Called by the reclaimer's thread.
     *
     * @return whether {@link #tellCollected} is to be called, once nothing more urgent waits
     */
    protected boolean collected() {
        return false;
    }

    /** Counts and reports what {@link #collected} found. */
    protected void tellCollected() {
        // nobody has to know
    }

    /** Whether what is done with the connection is seen here. */
    public boolean showsUse() {
        return true;
    }

    /** How many statements are open. */
    public int openStatements() {
        return 0;
    }

    /** How many result sets are open. */
    public int openResultSets() {
        return 0;
    }

    /** The driver's open statements, and result sets without one; for a look at what they hold. */
    public List<AutoCloseable> heldObjects() {
        return Collections.emptyList();
    }

    /**
     * Aborts the connection, though the application has not closed it.
     *
     * @param message what whoever uses it later is told
     * @return whether this was done now
     */
    public boolean abandon(String message) {
        return false;
    }

    /** A number of its own in this JVM, given when it is first asked for. */
    public final long id() {
        if (id == 0) {
            synchronized (this) {
                if (id == 0) {
                    id = IDS.incrementAndGet();
                }
            }
        }
        return id;
    }

    /** The thread that acquired. */
    public final Holder holder() {
        return holder;
    }

    /** How long it has been held, in nanoseconds. */
    public final long held(long nowNanos) {
        return nowNanos - start(nowNanos);
    }

    private long start(long nowNanos) {
        if (startNanos == NOT_MEASURED) {
            startNanos = nowNanos;
            lastUsedNanos = nowNanos;
        }
        return startNanos;
    }

    /** The time of the acquire, in milliseconds since 1970. */
    public final long since(long nowNanos) {
        return System.currentTimeMillis() - TimeUnit.NANOSECONDS.toMillis(held(nowNanos));
    }

    /** What was captured of the acquiring thread's stack; null for nothing. */
    public final @Nullable Origin origin() {
        return origin;
    }

    /**
     * Where it was acquired is kept by names only from here: what was captured of a stack leads to the application's classes,
     * and one of them may be what keeps the connection. Costs some 100 us, once.
     *
     * @return whether there was something to do
     */
    public final boolean forgetClasses() {
        Origin captured = origin;
        if (captured == null || captured instanceof NamedFrames) {
            return false;
        }
        origin = new NamedFrames(captured);
        return true;
    }

    /** The line of the application that acquired. Costly the first time. */
    public final Place place() {
        Place known = place;
        if (known == null) {
            known = Place.of(origin);
            place = known;
        }
        return known;
    }

    /** Whether another thread than the one that acquired has used it. */
    public final boolean isShared() {
        return shared;
    }

    /** How often another thread than before used it: threads take turns with what a pool of the application's own keeps. */
    public final int turns() {
        return turns;
    }

    /** How often it was used again after another open lease of its thread and place: somebody keeps them all, and takes turns. */
    public final int comebacks() {
        return comebacks;
    }

    /** When it was last seen in use, as of {@code System.nanoTime()}; to be asked now and then by one thread only. */
    public final long lastUsed(long nowNanos) {
        return lastUsed(nowNanos, Long.MAX_VALUE);
    }

    /**
     * When it was last seen in use.
     *
     * @param restNanos how long without use counts as a rest, where use comes after it
     */
    public final long lastUsed(long nowNanos, long restNanos) {
        start(nowNanos);
        if (used) {
            used = false;
            if (nowNanos - lastUsedNanos > restNanos) {
                rests++;
            }
            lastUsedNanos = nowNanos;
        }
        return lastUsedNanos;
    }

    /** How often it was used again after a rest. For whoever asks for {@link #lastUsed(long, long)}. */
    public final int rests() {
        return rests;
    }

    /** What whoever watches leases noted about this one; null for nothing. */
    public final @Nullable Object verdict() {
        return verdict;
    }

    /** Notes something for {@link #verdict}. */
    public final void verdict(Object noted) {
        verdict = noted;
    }

    /** It was seen in use, by somebody who looks at threads. */
    public final void seenInUse() {
        used = true;
    }

    /** The application does something with it. */
    protected final void touched() {
        if (!used) {
            used = true;
        }
        LeaseRecord before = holder.turnsTo(this);
        if (before != null && lastUser != 0) {
            comesBack(before);
        }
        long user = Thread.currentThread().getId();
        if (user != lastUser) {
            lastUser = user;
            turns++;
            shared = shared || holder.get() != Thread.currentThread();
        }
    }

    /** To learn the places costs, so only the first few times are looked at. */
    private void comesBack(LeaseRecord before) {
        if (comebackLooks < COMEBACK_LOOKS) {
            comebackLooks++;
            comebacks += before.isOpen() && before.place().equals(place()) ? 1 : 0;
        }
    }

    /** A statement has run. */
    protected final void ends() {
        hasRun();
        used = true;
    }
}
