package io.poolagent.core.jmx;

import static javax.management.openmbean.SimpleType.BOOLEAN;
import static javax.management.openmbean.SimpleType.INTEGER;
import static javax.management.openmbean.SimpleType.LONG;
import static javax.management.openmbean.SimpleType.STRING;

import io.poolagent.core.leak.Leaks;
import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.report.Instants;
import java.util.ArrayList;
import java.util.List;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.TabularData;
import org.jspecify.annotations.Nullable;

/** The open leases of a pool, managed or foreign, as a table. */
final class LeaseRows {
    private static final Rows<Row> ROWS = new Rows<Row>("lease", "An open lease: who holds a connection since when")
            .column("id", LONG, "Its number in this JVM", row -> row.lease.id())
            .column(
                    "thread",
                    STRING,
                    "The thread that acquired",
                    row -> row.lease.holder().name())
            .column(
                    "threadAlive",
                    BOOLEAN,
                    "Whether that thread has not ended",
                    row -> row.lease.holder().isAlive())
            .column("since", STRING, "When it was acquired, UTC", row -> Instants.text(row.lease.since(row.now)))
            .column(
                    "heldMillis",
                    LONG,
                    "For how long it has been held, ms",
                    row -> PoolBean.millis(row.lease.held(row.now)))
            .column(
                    "place",
                    STRING,
                    "The application's line that acquired",
                    row -> row.lease.place().toString())
            .column("lastSql", STRING, "The last statement, shown as log.sql says", Row::lastSql)
            .column("lastSqlAgeMillis", LONG, "How long ago it began, ms; -1: none ran", Row::lastSqlAge)
            .column("running", BOOLEAN, "Whether a statement runs now", row -> row.lease.isRunning())
            .column("statements", INTEGER, "How many statements ran", row -> row.lease.statements())
            .column("inTransaction", BOOLEAN, "Whether a transaction is open", row -> row.lease.isInTransaction());

    private LeaseRows() {}

    static OpenType<?> type() {
        return ROWS.type();
    }

    static TabularData of(List<? extends LeaseRecord> leases, Leaks leaks) {
        long now = System.nanoTime();
        List<Row> rows = new ArrayList<>();
        for (LeaseRecord lease : leases) {
            if (lease.isOpen()) {
                rows.add(new Row(lease, leaks, now));
            }
        }
        return ROWS.of(rows);
    }

    /** A lease at one moment. */
    private static final class Row {
        final LeaseRecord lease;
        final long now;
        private final Leaks leaks;

        Row(LeaseRecord lease, Leaks leaks, long now) {
            this.lease = lease;
            this.leaks = leaks;
            this.now = now;
        }

        @Nullable
        String lastSql() {
            return leaks.shownSql(lease.lastSql());
        }

        long lastSqlAge() {
            long age = lease.sqlAge(now);
            return age < 0 ? -1 : PoolBean.millis(age);
        }
    }
}
