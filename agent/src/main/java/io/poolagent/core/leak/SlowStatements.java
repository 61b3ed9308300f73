package io.poolagent.core.leak;

import io.poolagent.core.handle.SlowRun;
import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.lease.Place;
import io.poolagent.core.report.Level;
import io.poolagent.core.report.Log;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Statements that ran for longer than {@code sql.slow}. */
final class SlowStatements {
    private final LeaseText texts;
    private final LongAdder count = new LongAdder();

    SlowStatements(LeaseText texts) {
        this.texts = texts;
    }

    /** Logs one. */
    void log(LeaseRecord lease, SlowRun run) {
        count.increment();
        String shown = texts.sql(run.sql());
        Place place = run.place() instanceof Place ? (Place) run.place() : lease.place();
        long rows = run.rows();
        Log.report(
                Level.INFO,
                "poolagent.statement.slow",
                () -> "slow statement at " + place + ": " + LeaseText.duration(run.nanos()) + ", "
                        + (rows < 0 ? "rows not known" : rows + " rows") + ", pool " + lease.pool() + ", thread '"
                        + lease.holder().name() + "': " + (shown == null ? "(text not shown)" : shown),
                json -> json.put("pool", lease.pool())
                        .put("millis", TimeUnit.NANOSECONDS.toMillis(run.nanos()))
                        .put("rows", rows)
                        .put("place", LeaseText.place(place))
                        .put("thread", lease.holder().name())
                        .put("sql", shown));
    }

    void clear() {
        count.reset();
    }

    long count() {
        return count.sum();
    }
}
