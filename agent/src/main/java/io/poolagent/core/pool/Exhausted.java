package io.poolagent.core.pool;

import io.poolagent.core.lease.Lease;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.TimeUnit;

/** What an acquire throws where the configuration does not let it connect past an exhausted pool. */
final class Exhausted {
    private Exhausted() {}

    /**
     * Names the pool, its limit, what may be done, and every holder.
     *
     * @param waitedMillis how long the acquire waited
     * @param holders the leases of the pool, with and without a slot
     */
    static PhysicalFailure failure(String pool, PoolSettings settings, long waitedMillis, Iterable<Lease> holders) {
        StringBuilder text = new StringBuilder("pool ").append(pool).append(" is exhausted: all ");
        text.append(settings.max())
                .append(" connections are in use, and pool.overflow=")
                .append(settings.overflow);
        text.append(", pool.overflow-max=").append(settings.overflowMax).append(" allow no more after ");
        text.append(waitedMillis).append(" ms");
        long now = System.nanoTime();
        String separator = "; held by ";
        for (Lease lease : holders) {
            text.append(separator).append('\'').append(lease.holder().name()).append("' for ");
            text.append(TimeUnit.NANOSECONDS.toMillis(lease.held(now))).append(" ms");
            separator = ", ";
        }
        return new PhysicalFailure(new SQLTransientConnectionException(text.toString(), "08001"));
    }
}
