package io.poolagent.core.leak;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** How many leaks one pool had since the JVM's start. Clearing the leaks by place does not touch it. Any thread may use it. */
public final class PoolLeaks {
    private final LongAdder suspected = new LongAdder();
    private final LongAdder proven = new LongAdder();
    private final LongAdder abandoned = new LongAdder();

    private PoolLeaks() {}

    /** Leases that were suspected. */
    public long suspected() {
        return suspected.sum();
    }

    /** Handles that were collected without a close; some had been suspected before. */
    public long proven() {
        return proven.sum();
    }

    /** Connections that were taken away because they were held for too long. */
    public long abandoned() {
        return abandoned.sum();
    }

    /** Those of all pools, by their names. A pool that comes again goes on where it was. */
    static final class Table {
        /** Pools whose names change all the time do not fill the heap. */
        private static final int MOST = 1_000;

        private static final PoolLeaks NONE = new PoolLeaks();
        private final ConcurrentHashMap<String, PoolLeaks> pools = new ConcurrentHashMap<>();

        void suspected(String pool) {
            PoolLeaks at = at(pool);
            if (at != null) {
                at.suspected.increment();
            }
        }

        void proven(String pool) {
            PoolLeaks at = at(pool);
            if (at != null) {
                at.proven.increment();
            }
        }

        void abandoned(String pool) {
            PoolLeaks at = at(pool);
            if (at != null) {
                at.abandoned.increment();
            }
        }

        PoolLeaks of(String pool) {
            return pools.getOrDefault(pool, NONE);
        }

        private @Nullable PoolLeaks at(String pool) {
            return pools.size() < MOST || pools.containsKey(pool)
                    ? pools.computeIfAbsent(pool, key -> new PoolLeaks())
                    : null;
        }
    }
}
