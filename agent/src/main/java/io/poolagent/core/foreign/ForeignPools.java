package io.poolagent.core.foreign;

import io.poolagent.core.leak.Leaks;
import io.poolagent.core.lease.Holder;
import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.lease.ThreadLeases;
import io.poolagent.core.report.Log;
import io.poolagent.core.report.Numbered;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.PooledConnection;
import org.jspecify.annotations.Nullable;

/** Every foreign pool of the process that has handed something out. Any thread may use it. */
public final class ForeignPools {
    private final Leaks leaks;
    private final Housekeeping housekeeping;
    private final List<ForeignPool> pools = new CopyOnWriteArrayList<>();
    private final LogicalHandles logical = new LogicalHandles();

    /** Starts what looks at leases. */
    public interface Housekeeping {
        /**
         * Called before the first pool is known.
         *
         * @param source the class of the pool
         * @return whether the JVM is not about to end
         */
        boolean start(Class<?> source);
    }

    /**
     * No pool yet.
     *
     * @param leaks learns what leaks from them
     */
    public ForeignPools(Leaks leaks, Housekeeping housekeeping) {
        this.leaks = leaks;
        this.housekeeping = housekeeping;
    }

    /** What a thread keeps between its calls. Used by that thread only. */
    public static final class Local {
        private final Holder holder;
        private final ThreadLeases leases;
        private @Nullable ForeignPool recent;

        /** For the current thread. */
        public Local(Holder holder) {
            this.holder = holder;
            this.leases = new ThreadLeases(holder);
        }
    }

    /** A pool has handed out a connection, in the outermost of its methods that do. */
    public void acquired(Local local, Pace pace, Object source, Object handle) {
        LeaseRecord last = local.leases.last();
        if (last instanceof ForeignLease && last.isOpen() && ((ForeignLease) last).isOf(handle)) {
            ((ForeignLease) last).from().answered();
            return; // the same object again: a single connection, or a wrapper around a pool
        }
        ForeignPool pool = pool(local, source);
        if (pool == null) {
            return;
        }
        long now = pace.now();
        pool.acquired(now - pace.startNanos(), pace.weight());
        if (!pool.seesEndOf(handle)) {
            return;
        }
        ForeignLease lease =
                new ForeignLease(handle, pool, local.holder, leaks.stacks().capture(), now, pace.weight());
        local.leases.add(lease);
        if (source instanceof PooledConnection) {
            logical.begin((PooledConnection) source, lease);
        }
    }

    /** A pool threw instead of handing out a connection, in the outermost of its methods that do. */
    public void refused(Local local, Object source, Exception thrown) {
        ForeignPool pool = pool(local, source);
        if (pool != null) {
            pool.refused(thrown);
        }
    }

    private @Nullable ForeignPool pool(Local local, Object source) {
        Object key = source instanceof PooledConnection ? source.getClass() : source;
        ForeignPool pool = local.recent;
        if (pool == null || !pool.isOf(key)) {
            pool = pool(key);
            if (pool != null) {
                local.recent = pool;
            }
        }
        return pool;
    }

    /**
     * What a pool handed out is closed, perhaps not for the first time; or something else of such a class is; or a physical
     * connection, with the handle that is open.
     */
    public void released(Local local, Object handle) {
        LeaseRecord last = local.leases.last();
        if (last instanceof ForeignLease && ((ForeignLease) last).isOf(handle)) {
            local.leases.removeLast();
            end((ForeignLease) last);
        } else {
            for (LeaseRecord each : ThreadLeases.open()) {
                if (each instanceof ForeignLease && ((ForeignLease) each).isOf(handle)) {
                    end((ForeignLease) each);
                    return;
                }
            }
            if (handle instanceof PooledConnection) {
                logical.end((PooledConnection) handle);
            }
        }
    }

    static void end(ForeignLease lease) {
        if (lease.end() && lease.verdict() != null) {
            lease.from().closedLate(lease, System.nanoTime());
        }
    }

    private synchronized @Nullable ForeignPool pool(Object source) {
        for (ForeignPool each : pools) {
            if (each.isOf(source)) {
                return each;
            }
        }
        Class<?> type = source instanceof Class ? (Class<?>) source : source.getClass();
        Library library = source instanceof Class ? Libraries.LOGICAL : Libraries.handingOut(type);
        if (library == null || !housekeeping.start(type)) {
            return null;
        }
        String name = source instanceof Class ? type.getName() : ForeignPool.nameOf(library, source);
        ForeignPool pool = new ForeignPool(library, unique(name == null ? library.name() : name), source, leaks);
        pools.add(pool);
        Log.info("foreign pool: " + pool.name() + ", " + library.name() + " (" + type.getName()
                + "): observed, not pooled again");
        return pool;
    }

    private String unique(String name) {
        Set<String> taken = new HashSet<>();
        for (ForeignPool each : pools) {
            taken.add(each.name());
        }
        return Numbered.unique(name, taken);
    }

    /** The pools there are: a view that goes with them. */
    public Collection<ForeignPool> all() {
        return pools;
    }

    /** The leases of all of them. */
    public List<LeaseRecord> leases() {
        return ThreadLeases.open();
    }

    /** Whether there are none, so that nothing can be released to them. */
    public boolean isEmpty() {
        return pools.isEmpty();
    }

    /** Looks at pools, and forgets those that are closed. Called by the housekeeper. */
    public void keepHouse() {
        if (pools.isEmpty()) {
            return;
        }
        List<LeaseRecord> open = ThreadLeases.open();
        pools.removeIf(each -> {
            if (!each.isGone()) {
                each.look(open);
                return false;
            }
            for (LeaseRecord lease : each.ownOf(open)) {
                end((ForeignLease) lease);
            }
            return true;
        });
    }
}
