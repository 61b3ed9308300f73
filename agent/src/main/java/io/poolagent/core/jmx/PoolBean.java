package io.poolagent.core.jmx;

import static javax.management.MBeanOperationInfo.INFO;
import static javax.management.openmbean.SimpleType.BOOLEAN;
import static javax.management.openmbean.SimpleType.DOUBLE;
import static javax.management.openmbean.SimpleType.INTEGER;
import static javax.management.openmbean.SimpleType.LONG;
import static javax.management.openmbean.SimpleType.STRING;

import io.poolagent.core.jmx.HealthAttributes.Seen;
import io.poolagent.core.leak.Leaks;
import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.lease.SessionEnd;
import io.poolagent.core.pool.ManagedPool;
import io.poolagent.core.pool.PoolControl;
import io.poolagent.core.pool.PoolControl.Resizes;
import io.poolagent.core.pool.PoolFigures;
import io.poolagent.core.report.Level;
import io.poolagent.core.report.Log;
import io.poolagent.core.watch.PoolView;
import io.poolagent.core.watch.Watch;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.management.openmbean.TabularData;

/** The bean of one managed pool: {@code io.poolagent:type=Pool,name="..."}. */
final class PoolBean {
    private static final Table<Now> TABLE = new Table<Now>(
                    "A pool that the agent made. Connections are physical ones; overflow connections count in Overflow and"
                            + " Leases only.")
            .attribute("Active", INTEGER, "Connections that are leased", now -> now.figures.active)
            .attribute("Idle", INTEGER, "Connections that wait for an acquire", now -> now.figures.idle)
            .attribute("Total", INTEGER, "Connections there are, leased or idle", now -> now.figures.total)
            .attribute("Waiting", INTEGER, "Threads that wait for a connection", now -> now.figures.waiting)
            .attribute("Min", INTEGER, "The least connections that are kept (pool.min)", now -> now.figures.min)
            .attribute("Max", INTEGER, "The most connections that are kept (pool.max)", now -> now.figures.max)
            .attribute(
                    "MaxUsed",
                    INTEGER,
                    "The most connections leased at once so far, or since resetStatistics",
                    now -> now.figures.maxUsed)
            .attribute("Utilisation", DOUBLE, "Active in percent of Max", now -> now.figures.utilisation())
            .attribute("Acquires", LONG, "Connections that were handed out", now -> now.figures.totals.acquires)
            .attribute("Created", LONG, "Connections that were opened", now -> now.figures.totals.created)
            .attribute("Closed", LONG, "Connections that were closed", now -> now.figures.totals.closed)
            .attribute(
                    "Overflow",
                    LONG,
                    "Connects past the pool because all its connections were leased",
                    now -> now.figures.totals.overflow)
            .attribute(
                    "ReuseRatio",
                    DOUBLE,
                    "The share of acquires that needed no connect, from 0 to 1",
                    now -> now.figures.reuseRatio())
            .attribute(
                    "Timeouts",
                    LONG,
                    "Acquires that were refused because all connections were leased",
                    now -> now.figures.totals.timeouts)
            .attribute(
                    "Errors",
                    LONG,
                    "Exceptions of the driver's: connects and the application's calls",
                    now -> now.figures.totals.errors)
            .attribute(
                    "LastError",
                    STRING,
                    "The class and SQLState of the last one, without its message",
                    now -> now.figures.lastError())
            .attribute("LastErrorTime", STRING, "When the last one was, UTC", now -> now.figures.lastErrorTime())
            .attribute(
                    "Reclaimed",
                    LONG,
                    "Leaked connections that were taken back, or ended where they had gone past the pool",
                    now -> now.figures.totals.reclaimed)
            .attribute(
                    "Direct",
                    LONG,
                    "Connects past the pool because it was suspended or is only observed",
                    now -> now.figures.totals.direct)
            .attribute("ConnectErrors", LONG, "Connects that failed", now -> now.figures.totals.connectErrors)
            .attribute(
                    "ResetsTransaction",
                    LONG,
                    "Releases at which an open transaction was ended",
                    now -> now.figures.totals.ends(SessionEnd.TRANSACTION))
            .attribute(
                    "ResetsAttributes",
                    LONG,
                    "Releases at which JDBC's attributes were set back",
                    now -> now.figures.totals.ends(SessionEnd.ATTRIBUTES))
            .attribute(
                    "ResetsServer",
                    LONG,
                    "Releases at which the server's session was reset",
                    now -> now.figures.totals.ends(SessionEnd.SERVER))
            .attribute(
                    "ResetsClosed",
                    LONG,
                    "Releases at which the connection was closed, since it could not be made fresh",
                    now -> now.figures.totals.ends(SessionEnd.CLOSED))
            .attribute("Resizes", LONG, "How often Min or Max was changed", now -> now.resizes().count)
            .attribute(
                    "LastResize",
                    STRING,
                    "When that was last, UTC",
                    now -> now.resizes().last())
            .attribute("LastResizeReason", STRING, "What was changed, and by whom", now -> now.resizes().why)
            .attribute(
                    "Suspended",
                    BOOLEAN,
                    "Whether connects go past the pool",
                    now -> now.pool.control().isSuspended())
            .attribute("Leases", LeaseRows.type(), "Who holds a connection now, overflow included", Now::table)
            .notifies(Notifier.TYPES)
            .action(
                    "softEvict",
                    "Closes idle connections now, and leased ones as they are released",
                    now -> now.control().softEvict())
            .action(
                    "suspend",
                    "From here on connects go past the pool, until resume",
                    now -> now.control().suspend())
            .action("resume", "Ends suspend", now -> now.control().resume())
            .change(
                    "setMin",
                    "min",
                    "From 0 to Max",
                    "Changes Min: so many connections are kept open; where a DataSource connects, acquires open them",
                    (now, to) -> now.control().setMin(to, "JMX"))
            .change(
                    "setMax",
                    "max",
                    "From 1, and Min, to 10000",
                    "Changes Max: so many connections there are at most",
                    (now, to) -> now.control().setMax(to, "JMX"))
            .action(
                    "resetStatistics",
                    "Counts and times of this bean, of /health/detailed and of the log's summary begin anew; metrics go on",
                    now -> now.control().resetStatistics())
            .operation("dumpLeases", STRING, INFO, "Logs each open lease in a line and returns the text", Now::dump)
            .operation(
                    "report", STRING, INFO, "Logs the figures and the open leases and returns the text", Now::report);

    static {
        TimeAttributes.add(TABLE, "Acquire", "from asking to having it", now -> now.figures.totals.acquireTimes);
        TimeAttributes.add(TABLE, "Wait", "acquires that waited for a slot", now -> now.figures.totals.waitTimes);
        TimeAttributes.add(TABLE, "Hold", "from acquire to release", now -> now.figures.totals.holdTimes);
        TimeAttributes.add(TABLE, "Create", "physical connects", now -> now.figures.totals.createTimes);
        TimeAttributes.add(TABLE, "Statement", "statements that ran well", now -> now.figures.totals.statements);
        TimeAttributes.add(
                TABLE, "FailedStatement", "statements that failed", now -> now.figures.totals.failedStatements);
        HealthAttributes.add(TABLE, Now::seen);
    }

    private PoolBean() {}

    static Bean<?> of(ManagedPool pool, Watch watch) {
        return new Bean<>(TABLE, () -> new Now(pool, watch));
    }

    static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    /** The pool at one moment. */
    private static final class Now {
        final PoolFigures figures;
        final ManagedPool pool;
        private final Leaks leaks;
        private final Watch watch;

        Now(ManagedPool pool, Watch watch) {
            this.pool = pool;
            this.leaks = watch.leaks();
            this.watch = watch;
            this.figures = pool.figures();
        }

        Seen seen() {
            return new Seen(watch, PoolView.of(pool));
        }

        PoolControl control() {
            return pool.control();
        }

        Resizes resizes() {
            return pool.control().resizes();
        }

        TabularData table() {
            return LeaseRows.of(pool.leases(), leaks);
        }

        String dump() {
            return leaks.dump(pool.leases());
        }

        String report() {
            List<? extends LeaseRecord> leases = pool.leases();
            String text = "pool " + pool.name() + ": " + figures.state() + "\n" + figures.history() + "\n"
                    + leaks.text(leases);
            Log.report(Level.INFO, "poolagent.pool", () -> text, json -> {
                json.put("pool", pool.name());
                figures.put(json);
                json.put("leases", leaks.json(leases));
            });
            return text;
        }
    }
}
