package io.poolagent.core.pool;

import io.poolagent.core.lease.LeaseStatistics;
import io.poolagent.core.lease.SessionEnd;
import io.poolagent.core.lease.TimeFigures;

/** The statistics of several slots together. Used by one thread. */
final class LeaseSums {
    final TimeFigures.Sum acquired = new TimeFigures.Sum();
    final TimeFigures.Sum held = new TimeFigures.Sum();
    final TimeFigures.Sum statements = new TimeFigures.Sum();
    final TimeFigures.Sum failures = new TimeFigures.Sum();
    final long[] ends = new long[SessionEnd.COUNT];

    LeaseSums plus(LeaseStatistics more) {
        more.acquired.addTo(acquired);
        more.held.addTo(held);
        more.statements.addTo(statements);
        more.failures.addTo(failures);
        for (SessionEnd each : SessionEnd.values()) {
            ends[each.index()] += more.ends(each);
        }
        return this;
    }
}
