package io.poolagent.core.leak;

import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.report.Level;
import io.poolagent.core.report.Log;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Statements that ran for longer than {@code sql.slow}. */
final class SlowStatements {
    private final LeaseText texts;
    private final LongAdder count = new LongAdder();

    SlowStatements(LeaseText texts) {
        this.texts = texts;
    }

    /**
     * Logs one.
     *
     * @param rows how many rows it changed, or returned as far as they were read; negative where that is not known
     */
    void log(LeaseRecord lease, @Nullable String sql, long nanos, long rows) {
        count.increment();
        String shown = texts.sql(sql);
        Log.report(
                Level.INFO,
                "poolagent.statement.slow",
                () -> "slow statement: " + LeaseText.duration(nanos) + ", "
                        + (rows < 0 ? "rows not known" : rows + " rows")
                        + ", pool " + lease.pool() + ", connection acquired at " + lease.place() + ", thread '"
                        + lease.holder().name() + "': " + (shown == null ? "(text not shown)" : shown),
                json -> json.put("pool", lease.pool())
                        .put("millis", TimeUnit.NANOSECONDS.toMillis(nanos))
                        .put("rows", rows)
                        .put("place", LeaseText.place(lease.place()))
                        .put("thread", lease.holder().name())
                        .put("sql", shown));
    }

    long count() {
        return count.sum();
    }
}
