package io.poolagent.core.pool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Which pools are thrown away. One that is not used rests: it keeps its figures, its history and what people changed, and
 * nothing of the driver's. Of many that rest, as where each user has a login, those that were used last stay. Used by the
 * housekeeper only.
 */
final class Resting {
    private static final long TIRED_NANOS = TimeUnit.SECONDS.toNanos(60);
    /** As long as the history goes back. */
    private static final long FORGOTTEN_NANOS = TimeUnit.DAYS.toNanos(1);

    /** A closed pool is of a driver that was deregistered: its application is to be collected. */
    private static final long CLOSED_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** Each has a thread of HikariCP's. */
    private static final int MOST = 20;

    /** One look; returns those whose time has come. */
    List<ManagedPool> look(Collection<ManagedPool> pools, long now) {
        List<ManagedPool> gone = new ArrayList<>();
        List<Unused> resting = new ArrayList<>();
        for (ManagedPool pool : pools) {
            long unused = pool.unusedNanos(now);
            if (unused > (pool.isClosed() ? CLOSED_NANOS : TIRED_NANOS)) {
                if (pool.isClosed() || pool.application().areGone() || unused > FORGOTTEN_NANOS) {
                    gone.add(pool);
                } else {
                    pool.rest();
                    resting.add(new Unused(pool, unused));
                }
            }
        }
        resting.sort(Comparator.comparing((Unused each) -> !each.pool.control().isChanged())
                .thenComparing(each -> each.nanos));
        for (Unused each : resting.subList(Math.min(MOST, resting.size()), resting.size())) {
            gone.add(each.pool);
        }
        return gone;
    }

    private static final class Unused {
        final ManagedPool pool;
        final long nanos;

        Unused(ManagedPool pool, long nanos) {
            this.pool = pool;
            this.nanos = nanos;
        }
    }
}
