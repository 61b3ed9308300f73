package io.poolagent.core.handle;

import java.sql.ResultSet;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * How long statements run, and how many rows they return: that of a cursor runs on while its rows are fetched. Does
 * nothing where nobody asks for slow statements. Any thread may call any method.
 */
public final class SlowRuns {
    /** Instead of a number of rows: nobody knows. */
    static final long UNKNOWN = -1;
    /** Instead of a number of rows: they are in a result set that can be asked for. */
    static final long IN_RESULT = -2;
    /** Instead of a number of rows: they are in the result set that was returned. */
    static final long RETURNED = -3;

    /** Instead of a number of rows: the statement failed. */
    static final long FAILED = Long.MAX_VALUE;

    private SlowRuns() {}

    /**
     * A statement has run, well or not; or a result set was moved to its next row.
     *
     * @param rows how many it changed, or why that is not known; of a move, 1 where there was a row
     */
    public static void done(PoolAgentHandle handle, long rows) {
        Child child = (Child) handle.poolAgentState();
        if (handle instanceof ResultSet) {
            moved(child, rows == 1);
            return;
        }
        boolean failed = rows == FAILED;
        long nanos = child.connection.done(failed);
        if (nanos > 0) {
            ran(child, nanos, failed ? UNKNOWN : rows);
        }
    }

    /**
     * As {@link #done}, for a batch.
     *
     * @param counts what the driver returned: how many rows each statement changed, as an array of ints or longs
     */
    public static void doneBatch(PoolAgentHandle handle, @Nullable Object counts) {
        Child statement = (Child) handle.poolAgentState();
        long nanos = statement.connection.done(false);
        if (nanos > 0) {
            ran(statement, nanos, sum(counts));
        }
    }

    private static void ran(Child statement, long nanos, long rows) {
        ConnectionState connection = statement.connection;
        boolean slow = nanos >= connection.slowNanos();
        boolean pending = rows <= IN_RESULT;
        if (!slow && !pending) {
            return;
        }
        String sql = statement.sql == null ? connection.lastSql() : statement.sql;
        SlowRun run = new SlowRun(sql, nanos, pending ? 0 : rows, pending);
        PoolAgentHandle result = rows == RETURNED ? statement.lastResult() : null;
        if (result != null && result.poolAgentState() instanceof Child) {
            ((Child) result.poolAgentState()).slow = run;
        } else if (pending) {
            statement.slow = run;
        }
        if (slow) {
            connection.slow(run);
        }
    }

    /** A result set was asked for, or is about to be returned. */
    static void asked(Child statement, PoolAgentHandle result) {
        SlowRun run = statement.slow;
        if (run != null && result.poolAgentState() instanceof Child) {
            statement.slow = null;
            ((Child) result.poolAgentState()).slow = run;
        }
    }

    /** A result set is about to be moved to its next row. */
    static void moves(Child rows) {
        SlowRun run = rows.slow;
        if (run != null) {
            run.fetching(System.nanoTime());
        }
    }

    private static void moved(Child rows, boolean more) {
        SlowRun run = rows.slow;
        if (run == null) {
            return;
        }
        long limit = rows.connection.slowNanos();
        boolean known = run.nanos() >= limit;
        run.fetched(System.nanoTime(), more);
        if (!known && run.nanos() >= limit) {
            rows.connection.slow(run);
        }
    }

    /** A result set or its statement is being closed: its rows are not read any more. */
    static void closing(Child child) {
        Child rows = child;
        PoolAgentHandle last = child.lastResult();
        if (child.slow == null && last != null && last.poolAgentState() instanceof Child) {
            rows = (Child) last.poolAgentState();
        }
        SlowRun run = rows.slow;
        if (run != null) {
            rows.slow = null;
            run.readAll();
            if (run.nanos() >= rows.connection.slowNanos()) {
                rows.connection.slow(run);
            }
        }
    }

    /** Negative where the driver does not know it of each. */
    private static long sum(@Nullable Object counts) {
        long[] each = counts instanceof long[] ? (long[]) counts : new long[0];
        if (counts instanceof int[]) {
            int[] numbers = (int[]) counts;
            each = new long[numbers.length];
            for (int i = 0; i < numbers.length; i++) {
                each[i] = numbers[i];
            }
        }
        long sum = 0;
        for (long rows : each) {
            if (rows == Statement.SUCCESS_NO_INFO) {
                return -1;
            }
            sum += Math.max(0, rows);
        }
        return sum;
    }
}
