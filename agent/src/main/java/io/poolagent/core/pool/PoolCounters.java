package io.poolagent.core.pool;

import io.poolagent.core.lease.LeaseStatistics;
import io.poolagent.core.lease.Times;
import io.poolagent.core.report.ErrorCounters;
import io.poolagent.core.report.Failure;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What happened in a pool since it was made. Nothing here is touched by an acquire that finds a connection. */
final class PoolCounters {
    final PoolLog log;
    /** Physical connections that went into slots. */
    final LongAdder created = new LongAdder();
    /** Physical connections of slots that were closed. */
    final LongAdder closed = new LongAdder();
    /** Connects past an exhausted pool. */
    final LongAdder overflow = new LongAdder();
    /** Connects past a pool that is suspended, or only observed. */
    final LongAdder direct = new LongAdder();
    /** How long acquires waited for a slot, where none was free. */
    final Times waits = new Times.Shared();
    /** How long physical connects took. */
    final Times creates = new Times.Shared();
    /** What happened in leases without a slot. */
    final LeaseStatistics unpooled = LeaseStatistics.shared();
    /** Leases without a slot that are held now: overflow connections, or those that are only observed. */
    final AtomicInteger unpooledNow = new AtomicInteger();
    /** Connections taken back from leaked handles. */
    final LongAdder reclaimed = new LongAdder();
    /** Failures of the driver's in the application's hands, and connects that failed. */
    final ErrorCounters errors = new ErrorCounters();
    /** Connects that failed. */
    final LongAdder connectErrors = new LongAdder();
    /** Acquires that were refused because the pool was exhausted. */
    final LongAdder timeouts = new LongAdder();

    private final AtomicInteger maxUsed = new AtomicInteger();
    /** Null where the last connect succeeded. */
    private volatile @Nullable Failure connectFailure;

    /**
     * So many connections were seen leased at once. Told where one is made and by the housekeeper; an acquire that finds
     * an idle one does not come here: as many had been leased when the last one was made.
     */
    void used(int leased) {
        int known = maxUsed.get();
        while (leased > known && !maxUsed.compareAndSet(known, leased)) {
            known = maxUsed.get();
        }
    }

    int maxUsed() {
        return maxUsed.get();
    }

    /** The greatest begin anew. */
    void forgetMax(int leased) {
        maxUsed.set(leased);
        waits.forgetMax();
        creates.forgetMax();
        unpooled.forgetMax();
    }

    /** @param log is told as well */
    PoolCounters(PoolLog log) {
        this.log = log;
    }

    /** Something of the driver's failed. */
    void failed(Throwable thrown) {
        log.failed(errors.count(thrown).what());
    }

    /** A connect failed. */
    void connectFailed(Throwable thrown) {
        Failure failure = errors.count(thrown);
        log.failed(failure.what());
        connectErrors.increment();
        connectFailure = failure;
    }

    /** A connect succeeded, or the database was found to be there. */
    void connected() {
        if (connectFailure != null) {
            connectFailure = null;
        }
    }

    /** How often somebody tried to get a connection that was not idle in the pool, whatever came of it. */
    long attempts() {
        return connects() + connectErrors.sum() + timeouts.sum();
    }

    /** How many connects succeeded. */
    long connects() {
        return created.sum() + overflow.sum() + direct.sum();
    }

    /** Why connections can not be made; null where they can, as far as is known. */
    @Nullable
    Failure connectFailure() {
        return connectFailure;
    }

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
