package io.poolagent.core.jmx;

import static javax.management.MBeanOperationInfo.INFO;
import static javax.management.openmbean.SimpleType.DOUBLE;
import static javax.management.openmbean.SimpleType.INTEGER;
import static javax.management.openmbean.SimpleType.LONG;
import static javax.management.openmbean.SimpleType.STRING;

import io.poolagent.core.leak.Leaks;
import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.pool.ManagedPool;
import io.poolagent.core.pool.PoolFigures;
import io.poolagent.core.report.Level;
import io.poolagent.core.report.Log;
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
            .attribute("MaxUsed", INTEGER, "The most connections leased at once so far", now -> now.figures.maxUsed)
            .attribute("Utilisation", DOUBLE, "Active in percent of Max", now -> now.figures.utilisation())
            .attribute("Created", LONG, "Connections that were opened", now -> now.figures.created)
            .attribute("Closed", LONG, "Connections that were closed", now -> now.figures.closed)
            .attribute(
                    "Overflow",
                    LONG,
                    "Connects past the pool because all its connections were leased",
                    now -> now.figures.overflow)
            .attribute(
                    "ReuseRatio",
                    DOUBLE,
                    "The share of acquires that needed no connect, from 0 to 1",
                    now -> now.figures.reuseRatio())
            .attribute(
                    "Timeouts",
                    LONG,
                    "Acquires that were refused because all connections were leased",
                    now -> now.figures.timeouts)
            .attribute(
                    "Errors",
                    LONG,
                    "Exceptions of the driver's: connects and the application's calls",
                    now -> now.figures.errors)
            .attribute(
                    "LastError",
                    STRING,
                    "The class and SQLState of the last one, without its message",
                    now -> now.figures.lastError())
            .attribute("LastErrorTime", STRING, "When the last one was, UTC", now -> now.figures.lastErrorTime())
            .attribute(
                    "Reclaimed",
                    LONG,
                    "Leaked connections that were collected without a close",
                    now -> now.figures.reclaimed)
            .attribute("Leases", LeaseRows.type(), "Who holds a connection now, overflow included", Now::table)
            .operation("dumpLeases", STRING, INFO, "Logs each open lease in a line and returns the text", Now::dump)
            .operation(
                    "report", STRING, INFO, "Logs the figures and the open leases and returns the text", Now::report);

    private PoolBean() {}

    static Bean<?> of(ManagedPool pool, Leaks leaks) {
        return new Bean<>(TABLE, () -> new Now(pool, leaks));
    }

    static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    /** The pool at one moment. */
    private static final class Now {
        final PoolFigures figures;
        private final ManagedPool pool;
        private final Leaks leaks;

        Now(ManagedPool pool, Leaks leaks) {
            this.pool = pool;
            this.leaks = leaks;
            this.figures = pool.figures();
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
