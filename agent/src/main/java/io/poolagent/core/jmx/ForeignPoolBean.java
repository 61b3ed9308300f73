package io.poolagent.core.jmx;

import static javax.management.MBeanOperationInfo.INFO;
import static javax.management.openmbean.SimpleType.DOUBLE;
import static javax.management.openmbean.SimpleType.INTEGER;
import static javax.management.openmbean.SimpleType.LONG;
import static javax.management.openmbean.SimpleType.STRING;

import io.poolagent.core.foreign.Figure;
import io.poolagent.core.foreign.ForeignPool;
import io.poolagent.core.jmx.HealthAttributes.Seen;
import io.poolagent.core.leak.Leaks;
import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.report.Level;
import io.poolagent.core.report.Log;
import io.poolagent.core.watch.PoolView;
import io.poolagent.core.watch.Watch;
import java.util.List;

/** The bean of one foreign pool: {@code io.poolagent:type=ForeignPool,library="...",name="..."}. */
final class ForeignPoolBean {
    private static final Table<Now> TABLE = new Table<Now>(
                    "A pool that the application brought: observed, never changed. What the pool does not say is -1.")
            .attribute(
                    "Library",
                    STRING,
                    "What pool it is",
                    now -> now.pool.library().name())
            .attribute("Active", INTEGER, "Connections that are handed out", now -> now.pool.figure(Figure.ACTIVE))
            .attribute("Idle", INTEGER, "Connections that wait for an acquire", now -> now.pool.figure(Figure.IDLE))
            .attribute("Total", INTEGER, "Connections there are", now -> now.pool.figure(Figure.TOTAL))
            .attribute("Waiting", INTEGER, "Threads that wait for a connection", now -> now.pool.figure(Figure.WAITING))
            .attribute("Min", INTEGER, "The least connections that are kept", now -> now.pool.figure(Figure.MIN))
            .attribute("Max", INTEGER, "The most connections", now -> now.pool.figure(Figure.MAX))
            .attribute(
                    "MaxUsed",
                    INTEGER,
                    "The most connections in use at once that looks once a second met, or a refused acquire",
                    now -> now.pool.maxUsed())
            .attribute("Utilisation", DOUBLE, "Active in percent of Max", Now::utilisation)
            .attribute("Acquires", LONG, "Leases that began", now -> now.pool.acquires())
            .attribute(
                    "Timeouts",
                    LONG,
                    "Acquires that failed while all connections were handed out",
                    now -> now.pool.timeouts())
            .attribute(
                    "Errors",
                    LONG,
                    "Acquires that failed",
                    now -> now.pool.errors().count())
            .attribute(
                    "LastError",
                    STRING,
                    "Class and SQLState of the last of them; null where none failed",
                    now -> now.pool.errors().lastError())
            .attribute(
                    "LastErrorTime",
                    STRING,
                    "When that was, as ISO 8601 in UTC",
                    now -> now.pool.errors().lastErrorTime())
            .attribute("Leaked", LONG, "Connections that were collected without a close", now -> now.pool.leaked())
            .attribute(
                    "Leases",
                    LeaseRows.type(),
                    "Who holds a connection now",
                    now -> LeaseRows.of(now.pool.leases(), now.leaks))
            // its limits are the application's own, and so is the end of its leases
            .notifies(
                    "poolagent.database.down",
                    "poolagent.leak.suspected",
                    "poolagent.leak.proven",
                    "poolagent.pool.exhausted",
                    "poolagent.pool.recovered",
                    "poolagent.threshold")
            .operation("dumpLeases", STRING, INFO, "Logs each open lease in a line and returns the text", Now::dump)
            .operation(
                    "report", STRING, INFO, "Logs the figures and the open leases and returns the text", Now::report);

    static {
        TimeAttributes.add(TABLE, "Acquire", "from asking to having it", now -> now.pool.acquireTimes());
        TimeAttributes.add(TABLE, "Hold", "from acquire to release", now -> now.pool.holdTimes());
        HealthAttributes.add(TABLE, Now::seen);
    }

    private ForeignPoolBean() {}

    static Bean<?> of(ForeignPool pool, Watch watch) {
        return new Bean<>(TABLE, () -> new Now(pool, watch));
    }

    /** The pool when somebody asks. */
    private static final class Now {
        final ForeignPool pool;
        final Leaks leaks;
        private final Watch watch;

        Now(ForeignPool pool, Watch watch) {
            this.pool = pool;
            this.leaks = watch.leaks();
            this.watch = watch;
        }

        Seen seen() {
            return new Seen(watch, PoolView.of(pool));
        }

        double utilisation() {
            int max = pool.figure(Figure.MAX);
            int active = pool.figure(Figure.ACTIVE);
            return max <= 0 || active < 0 ? -1 : 100.0 * active / max;
        }

        String dump() {
            return leaks.dump(pool.leases());
        }

        String report() {
            List<LeaseRecord> leases = pool.leases();
            String text = "foreign pool " + pool.name() + " (" + pool.library().name() + "): " + pool.state() + "\n"
                    + leaks.text(leases);
            Log.report(Level.INFO, "poolagent.pool", () -> text, json -> {
                json.put("pool", pool.name()).put("library", pool.library().name());
                pool.put(json);
                json.put("leases", leaks.json(leases));
            });
            return text;
        }
    }
}
