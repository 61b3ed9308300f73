package io.poolagent.core.leak;

import io.poolagent.core.jvm.AgentThreads;
import io.poolagent.core.report.Log;
import java.lang.ref.WeakReference;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Asks the JVM for a collection when leaked connections may be all that keeps a pool dry: only a collection proves them.
 * Any thread may ask; the collection runs in a thread of its own, made when it is first needed.
 */
final class Collector {
    /**
     * After a collection, this many times its length pass before the next: at most 4 % of the time is spent on them. What
     * is leaked and still referred to as one comes is promoted, and stays until the next full one.
     */
    private static final int REST = 25;

    private static final long SHORTEST_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    /** After each that led to no leak the rest is twice as long, so often: what goes past the pool may be real work. */
    private static final int MOST_DOUBLINGS = 8;
    /** As {@link #MOST_DOUBLINGS}, for {@code eager}: nobody shall wait for long. */
    private static final int MOST_EAGER_DOUBLINGS = 4;

    private static final long TOO_LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    /** What `eager` leaves between two collections, so that the application gets something done. */
    private static final long EAGER_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final boolean eager;
    private final BooleanSupplier collection;
    private final Semaphore wanted = new Semaphore(0);
    private boolean started;
    private volatile boolean off;
    private volatile boolean collected;
    private final AtomicLong proofs = new AtomicLong();
    /** How many were begun, and ended. Written by the collecting thread. */
    private volatile long begun;

    private volatile long ended;
    private volatile long lastNanos;
    private volatile long restNanos;
    /** Collections since a leak was proven last, as far as that matters. A lost count does no harm. */
    private volatile int fruitless;

    /**
     * @param mode {@code auto}, {@code eager} or {@code off}
     * @param collection collects, as {@link #gc} but for tests, and tells whether that did anything
     */
    Collector(String mode, BooleanSupplier collection) {
        this.eager = mode.equals("eager");
        this.off = mode.equals("off");
        this.collection = collection;
    }

    /** Asks the JVM; returns false where it does not listen. */
    static boolean gc() {
        WeakReference<Object> garbage = new WeakReference<>(new Object());
        System.gc();
        return garbage.get() == null;
    }

    /** Whether a collection is asked for as soon as a pool is dry. */
    boolean isEager() {
        return eager;
    }

    /** A pool is dry. */
    void dry() {
        if (eager && !off) {
            ask();
        }
    }

    /** A pool has been dry because of leases that nobody uses, or has more overflow connections than slots. */
    void overgrown(long nowNanos) {
        if (!off && !eager && (!collected || nowNanos - lastNanos >= restNanos << fruitless)) {
            ask();
        }
    }

    /** How many leaks were proven. */
    long proofs() {
        return proofs.get();
    }

    /** How many collections were begun; for {@link #isCollectingSince}. */
    long begun() {
        return begun;
    }

    /** Whether none has ended that was begun later than so many, and one may come. */
    boolean isCollectingSince(long before) {
        return !off && ended <= before;
    }

    /** A leak was proven. */
    void found() {
        proofs.incrementAndGet();
        if (fruitless != 0) {
            fruitless = 0;
        }
    }

    private void ask() {
        if (wanted.availablePermits() == 0) {
            start();
            wanted.release();
        }
    }

    private synchronized void start() {
        if (!started) {
            started = true;
            AgentThreads.start("pool-agent-collector", this::run);
        }
    }

    private void run() {
        long count = 0;
        while (true) {
            try {
                wanted.acquire();
                begun = ++count;
                long start = System.nanoTime();
                if (!collection.getAsBoolean()) {
                    off = true;
                    Log.info(
                            "leak.collect: the JVM does not collect when it is asked to (-XX:+DisableExplicitGC?), the agent"
                                    + " will not ask again; leaks are found when the JVM collects by itself");
                    return;
                }
                ended = count;
                collected(System.nanoTime() - start);
                if (eager) {
                    int fruitlessBefore = Math.max(0, fruitless - 1);
                    TimeUnit.NANOSECONDS.sleep(EAGER_REST_NANOS << Math.min(fruitlessBefore, MOST_EAGER_DOUBLINGS));
                    // whoever asked meanwhile leaked past this one
                } else {
                    wanted.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                Log.error("a collection failed: " + e);
            }
        }
    }

    /** One took so long. */
    void collected(long nanos) {
        restNanos = Math.max(SHORTEST_REST_NANOS, nanos * REST);
        lastNanos = System.nanoTime();
        fruitless = Math.min(fruitless + 1, MOST_DOUBLINGS);
        collected = true;
        if (!eager && nanos > TOO_LONG_NANOS) {
            off = true;
            Log.info("leak.collect=auto: a collection took " + TimeUnit.NANOSECONDS.toMillis(nanos)
                    + " ms, the agent will ask for no more; leaks are found when the JVM collects by itself");
        }
    }
}
