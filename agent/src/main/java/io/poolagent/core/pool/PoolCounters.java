package io.poolagent.core.pool;

import io.poolagent.core.lease.LeaseStatistics;
import io.poolagent.core.lease.Peak;
import io.poolagent.core.lease.Times;
import io.poolagent.core.report.ErrorCounters;
import io.poolagent.core.report.Failure;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What happened in a pool since it was made. Nothing here is written by an acquire that finds a connection in a pool that has been full. */
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

    /**
     * The most connections leased at once: of slots, or those that are observed. An acquire that finds an idle connection
     * counts only while fewer were ever leased than there are slots.
     */
    final Peak peak = new Peak();
    /** Null where the last connect succeeded. */
    private volatile @Nullable Failure connectFailure;

    /** The greatest begin anew. */
    void forgetMax() {
        peak.forget();
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

    /** Whether in the last connect the server refused: it is likely to say the same again. */
    boolean isRefused() {
        Failure failure = connectFailure;
        return failure != null && !failure.isOutage();
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
