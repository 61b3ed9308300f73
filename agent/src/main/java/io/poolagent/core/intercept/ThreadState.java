package io.poolagent.core.intercept;

import io.poolagent.core.foreign.ForeignPools;
import io.poolagent.core.foreign.Pace;
import io.poolagent.core.lease.Holder;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** What the hooks remember of the current thread. Used by that thread only. */
final class ThreadState {
    private static final ThreadLocal<ThreadState> STATES = new ThreadLocal<ThreadState>() {
        @Override
        protected ThreadState initialValue() {
            return new ThreadState();
        }
    };

    private static final WeakReference<Class<?>> NO_CLASS = new WeakReference<>(null);
    private static final WeakReference<Route> NO_ROUTE = new WeakReference<>(null);

    private final Holder holder = new Holder(Thread.currentThread());
    private final Pace pace = new Pace();
    private ForeignPools.@Nullable Local foreign;
    private boolean takingOver;
    private @Nullable Object inside;
    private int guards;
    private @Nullable Passage passage;

    /** Weak: a thread of a pool of threads must not hold a redeployed application's driver. */
    private WeakReference<Route> recent = NO_ROUTE;

    /** The driver that refused a URL last, and that URL: DriverManager asks it at each connect. */
    private WeakReference<Class<?>> refuser = NO_CLASS;

    private @Nullable String refused;

    private ThreadState() {}

    /** Whether a driver is known to refuse this very text. */
    boolean refuses(Class<?> driver, String url) {
        return url.equals(refused) && refuser.get() == driver;
    }

    /** A driver refuses a URL. */
    void refused(Class<?> driver, String url) {
        refused = url;
        refuser = new WeakReference<>(driver);
    }

    static ThreadState current() {
        return STATES.get();
    }

    Holder holder() {
        return holder;
    }

    /** Whether a managed pool answers in the place of a foreign one. */
    boolean isTakingOver() {
        return takingOver;
    }

    void takingOver(boolean now) {
        takingOver = now;
    }

    /** The pool to be taken over in whose constructor or giving method the thread is; null for none. */
    @Nullable
    Object inside() {
        return inside;
    }

    /** Enters such a pool, or leaves it with null. */
    void inside(@Nullable Object pool) {
        inside = pool;
    }

    /** How closely its acquires from foreign pools follow each other. */
    Pace pace() {
        return pace;
    }

    /** What the thread has of foreign pools. */
    ForeignPools.Local foreign() {
        ForeignPools.Local known = foreign;
        if (known == null) {
            known = new ForeignPools.Local(holder);
            foreign = known;
        }
        return known;
    }

    /** While guarded, whatever connects on this thread is physical. */
    void guard() {
        guards++;
    }

    void unguard() {
        if (guards > 0) {
            guards--;
        }
    }

    boolean isGuarded() {
        return guards > 0;
    }

    @Nullable
    Route recent() {
        return recent.get();
    }

    void recent(Route route) {
        recent = route.weak();
    }

    /** Whether this Driver or DataSource is running its original body on this thread because a hook called it. */
    boolean isPassing(Object target) {
        for (Passage at = passage; at != null; at = at.outer) {
            if (at.target == target) {
                return true;
            }
        }
        return false;
    }

    Passage pass(Object target) {
        Passage begun = new Passage(target, passage);
        passage = begun;
        return begun;
    }

    void end(Passage ended) {
        passage = ended.outer;
    }

    /** An inner hook has to do with the connection, pooled or not: whoever is around it only wraps. */
    void supplied() {
        for (Passage at = passage; at != null; at = at.outer) {
            at.supplied = true;
        }
    }

    /** A connect inside failed, and that is known: whoever is around it only passes the failure on. */
    void failed() {
        for (Passage at = passage; at != null; at = at.outer) {
            at.failed = true;
        }
    }

    /** One original body that runs unguarded, to see who makes the connection. */
    static final class Passage {
        private final Object target;
        private final @Nullable Passage outer;
        private boolean supplied;
        private boolean failed;

        private Passage(Object target, @Nullable Passage outer) {
            this.target = target;
            this.outer = outer;
        }

        boolean isSupplied() {
            return supplied;
        }

        /** Whether a connect inside failed. */
        boolean isFailed() {
            return failed;
        }
    }
}
