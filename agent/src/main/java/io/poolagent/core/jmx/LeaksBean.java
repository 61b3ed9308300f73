package io.poolagent.core.jmx;

import static javax.management.MBeanOperationInfo.ACTION;
import static javax.management.MBeanOperationInfo.INFO;
import static javax.management.openmbean.SimpleType.LONG;
import static javax.management.openmbean.SimpleType.STRING;
import static javax.management.openmbean.SimpleType.VOID;

import io.poolagent.core.leak.LeakFigures;
import io.poolagent.core.leak.Leaks;
import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.report.Instants;
import io.poolagent.core.watch.Watch;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The bean of what leaks from all pools: {@code io.poolagent:type=Leaks}. */
final class LeaksBean {
    private static final Rows<LeakFigures> PLACES = new Rows<LeakFigures>(
                    "place", "A line of the application's that acquired connections which leaked")
            .column("place", STRING, "Class, method, file and line", each -> each.place.toString())
            .column("count", LONG, "Leaks, each counted once", each -> each.count)
            .column("open", LONG, "Suspected ones that are still held", each -> each.open)
            .column("suspected", LONG, "Held for too long without being used", each -> each.suspected)
            .column("proven", LONG, "Collected without a close", each -> each.proven)
            .column(
                    "reclaimed",
                    LONG,
                    "Proven ones that were taken back, or ended where they had gone past the pool",
                    each -> each.reclaimed)
            .column(
                    "abandoned",
                    LONG,
                    "Taken away after leak.abandoned-after, whether they had been suspected or not",
                    each -> each.abandoned)
            .column("first", STRING, "When the first was found, UTC", each -> Instants.text(each.firstMillis))
            .column("last", STRING, "When the last was found, UTC", each -> Instants.text(each.lastMillis))
            .column(
                    "longestMillis",
                    LONG,
                    "The longest time one was or still is held, ms",
                    each -> PoolBean.millis(each.longestNanos));

    private static final Table<Now> TABLE = new Table<Now>(
                    "What leaks, from the pools that the agent made and from those that the application brought.")
            .attribute(
                    "Suspected", LONG, "Connections held for too long without being used", now -> now.total.suspected)
            .attribute("Proven", LONG, "Connections that were collected without a close", now -> now.total.proven)
            .attribute(
                    "Reclaimed",
                    LONG,
                    "Proven leaks that were taken back, or ended where they had gone past the pool",
                    now -> now.total.reclaimed)
            .attribute("Open", LONG, "Suspected leaks that are still held", now -> now.total.open)
            .attribute("ClosedLate", LONG, "Suspected leaks that were closed after all", now -> now.total.returned)
            .attribute(
                    "Abandoned",
                    LONG,
                    "Connections that were aborted since they were held for longer than leak.abandoned-after",
                    now -> now.total.abandoned)
            .attribute(
                    "ByPlace", PLACES.type(), "Leaks by the line that acquired", now -> PLACES.of(now.leaks.byPlace()))
            .attribute(
                    "StatementsLeftOpen",
                    LONG,
                    "Statements that were open at a release, or collected without a close",
                    now -> now.leaks.statementsLeftOpen())
            .attribute(
                    "ResultSetsLeftOpen",
                    LONG,
                    "Result sets that were open at a release",
                    now -> now.leaks.resultSetsLeftOpen())
            .attribute(
                    "SlowStatements",
                    LONG,
                    "Statements that ran for longer than sql.slow",
                    now -> now.leaks.slowStatements())
            .attribute(
                    "MemoryHeld",
                    LONG,
                    "What open leases, their statements and result sets hold, about, in bytes",
                    now -> now.leaks.memoryHeld())
            .writable(
                    "ThresholdMillis",
                    LONG,
                    "From how many milliseconds on a lease is suspected (leak.threshold); holds from the change on",
                    now -> now.leaks.thresholdMillis(),
                    (now, value) -> now.leaks.thresholdMillis((Long) value))
            .notifies("poolagent.leak.suspected", "poolagent.leak.proven", "poolagent.lease.abandoned")
            .operation("report", STRING, INFO, "Logs leaks and open leases by place and returns the text", Now::report)
            .operation("dumpLeases", STRING, INFO, "Logs each open lease of all pools and returns the text", Now::dump)
            .operation(
                    "clear",
                    VOID,
                    ACTION,
                    "Sets the figures of this bean back; leaks that are still held stay counted",
                    Now::clear);

    private LeaksBean() {}

    static Bean<?> of(Watch watch) {
        return new Bean<>(TABLE, () -> new Now(watch.leaks(), watch::leases));
    }

    /** All leaks at one moment. */
    private static final class Now {
        final Leaks leaks;
        final LeakFigures total;
        private final Supplier<List<LeaseRecord>> leases;

        Now(Leaks leaks, Supplier<List<LeaseRecord>> leases) {
            this.leaks = leaks;
            this.leases = leases;
            this.total = leaks.total();
        }

        String report() {
            return leaks.report(leases.get());
        }

        String dump() {
            return leaks.dump(leases.get());
        }

        @Nullable
        Object clear() {
            leaks.clear();
            return null;
        }
    }
}
