package io.poolagent.core.pool;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What happened in a pool since it was made. Nothing here is touched by an acquire that finds a connection. */
final class PoolCounters {
    /** Physical connections that went into slots. */
    final LongAdder created = new LongAdder();
    /** Physical connections of slots that were closed. */
    final LongAdder closed = new LongAdder();
    /** Connects past an exhausted pool. */
    final LongAdder overflow = new LongAdder();
    /** Leases without a slot that are held now: overflow connections, or those that are only observed. */
    final AtomicInteger unpooledNow = new AtomicInteger();
    /** Connections taken back from leaked handles. */
    final LongAdder reclaimed = new LongAdder();
    /** Failures of the driver's in the application's hands. */
    final LongAdder errors = new LongAdder();
    /** Acquires that were refused because the pool was exhausted. */
    final LongAdder timeouts = new LongAdder();

    /** Counts one more lease without a slot, if there are not as many as that yet. */
    boolean reserveUnpooled(int most) {
        int now = unpooledNow.get();
        while (now < most) {
            if (unpooledNow.compareAndSet(now, now + 1)) {
                return true;
            }
            now = unpooledNow.get();
        }
        return false;
    }
}
