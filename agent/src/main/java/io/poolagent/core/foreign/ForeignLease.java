package io.poolagent.core.foreign;

import io.poolagent.core.lease.Holder;
import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.lease.Origin;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A lease of a foreign pool: what the application holds is the pool's own object, of which only acquire and release are
 * seen. Any thread may use it.
 */
final class ForeignLease extends LeaseRecord {
    private static final AtomicIntegerFieldUpdater<ForeignLease> OVER =
            AtomicIntegerFieldUpdater.newUpdater(ForeignLease.class, "over");
    /** {@code Reference.refersTo}, since Java 16; null before. */
    private static final @Nullable MethodHandle REFERS_TO = refersTo();

    private final ForeignPool pool;
    /** Before Java 16 a phantom reference can not be asked what it refers to. */
    private final @Nullable WeakReference<Object> known;

    private volatile int over;
    /** For how many leases its duration stands; 0 where nobody wants to know it. */
    private int weight;

    ForeignLease(Object handle, ForeignPool pool, Holder holder, @Nullable Origin origin, long startNanos, int weight) {
        super(handle, holder, origin, startNanos);
        this.weight = weight;
        this.pool = pool;
        this.known = REFERS_TO == null ? new WeakReference<>(handle) : null;
    }

    private static @Nullable MethodHandle refersTo() {
        try {
            return MethodHandles.publicLookup()
                    .findVirtual(Reference.class, "refersTo", MethodType.methodType(boolean.class, Object.class))
                    .asType(MethodType.methodType(boolean.class, ForeignLease.class, Object.class));
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    boolean isOf(Object handle) {
        if (REFERS_TO == null) {
            return known != null && known.get() == handle;
        }
        try {
            return (boolean) REFERS_TO.invokeExact(this, handle);
        } catch (Throwable e) {
            return false;
        }
    }

    ForeignPool from() {
        return pool;
    }

    /** Its duration is to be known after all. */
    void measure() {
        weight = Math.max(1, weight);
    }

    /** Ends it; returns whether it was open. */
    boolean end() {
        boolean ended = over == 0 && OVER.compareAndSet(this, 0, 1);
        if (ended && weight != 0) {
            pool.held(held(System.nanoTime()), weight);
        }
        return ended;
    }

    @Override
    protected boolean collected() {
        return end();
    }

    @Override
    protected void tellCollected() {
        pool.lost(this);
    }

    @Override
    public String pool() {
        return pool.name();
    }

    @Override
    public boolean isOpen() {
        return over == 0;
    }

    @Override
    public boolean isInTransaction() {
        return false; // not known
    }

    @Override
    public boolean hasEscaped() {
        return false;
    }

    @Override
    public boolean showsUse() {
        return false;
    }
}
