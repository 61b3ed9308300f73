package io.poolagent.core.jmx;

import static javax.management.openmbean.SimpleType.DOUBLE;
import static javax.management.openmbean.SimpleType.INTEGER;
import static javax.management.openmbean.SimpleType.LONG;
import static javax.management.openmbean.SimpleType.STRING;

import io.poolagent.core.report.Instants;
import io.poolagent.core.watch.Point;
import io.poolagent.core.watch.PoolHealth;
import io.poolagent.core.watch.PoolView;
import io.poolagent.core.watch.Watch;
import java.util.Collections;
import java.util.function.Function;
import javax.management.openmbean.TabularData;
import org.jspecify.annotations.Nullable;

/** What beans of pools, managed and foreign, say of how their pool is, and was. */
final class HealthAttributes {
    private static final Rows<Point> POINTS = new Rows<Point>("point", "The figures of a pool over one step of time")
            .column("time", STRING, "The end of the step, UTC", each -> Instants.text(each.millis))
            .column("active", DOUBLE, "Connections leased, on average", each -> each.active)
            .column(
                    "activeMax",
                    INTEGER,
                    "Connections leased, at most, as seen once a second and when the pool ran dry",
                    each -> each.activeMax)
            .column("idle", INTEGER, "Idle connections, at the end", each -> each.idle)
            .column("total", INTEGER, "All connections, at the end", each -> each.total)
            .column("max", INTEGER, "The pool's maximum, at the end", each -> each.max)
            .column("waitingMax", INTEGER, "Threads that waited, at most", each -> each.waitingMax)
            .column("acquires", LONG, "Leases that began", each -> each.acquires)
            .column("overflow", LONG, "Connects past the exhausted pool", each -> each.overflow)
            .column("timeouts", LONG, "Acquires that were refused", each -> each.timeouts)
            .column("connectErrors", LONG, "Connects that failed", each -> each.connectErrors)
            .column("waits", LONG, "Acquires that waited for a slot", each -> each.waits)
            .column("waitMillis", LONG, "For how long together, ms", each -> each.waitMillis);

    private HealthAttributes() {}

    /** Declares them. */
    static <S> void add(Table<S> table, Function<S, Seen> seen) {
        table.attribute(
                        "State",
                        STRING,
                        "healthy, warning or error",
                        now -> seen.apply(now).state())
                .attribute(
                        "StateReason",
                        STRING,
                        "Why it is not healthy; empty where it is",
                        now -> seen.apply(now).reasons())
                .attribute(
                        "Recommendations",
                        STRING,
                        "What to do about it, one in a line",
                        now -> seen.apply(now).recommendations())
                .attribute(
                        "History",
                        POINTS.type(),
                        "The last hour, in steps of 10 s",
                        now -> seen.apply(now).hour())
                .attribute(
                        "HistoryOfDay",
                        POINTS.type(),
                        "The last day, in steps of 1 min",
                        now -> seen.apply(now).day());
    }

    /** What is known of a pool's health at one moment. */
    static final class Seen {
        private final Watch watch;
        private final @Nullable PoolHealth health;

        Seen(Watch watch, PoolView view) {
            this.watch = watch;
            this.health = watch.of(view);
        }

        String state() {
            return health == null ? "unknown" : health.status().label();
        }

        String reasons() {
            return health == null ? "" : String.join("; ", health.reasons());
        }

        String recommendations() {
            return health == null ? "" : String.join("\n", watch.recommendations(health));
        }

        TabularData hour() {
            return POINTS.of(
                    health == null
                            ? Collections.<Point>emptyList()
                            : health.history().hour());
        }

        TabularData day() {
            return POINTS.of(
                    health == null
                            ? Collections.<Point>emptyList()
                            : health.history().day());
        }
    }
}
