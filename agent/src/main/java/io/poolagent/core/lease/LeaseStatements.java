package io.poolagent.core.lease;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/** The part of a {@link LeaseRecord} that tells of the statements that ran. Not an object of its own: that would be one more for each acquire. */
abstract class LeaseStatements extends PhantomReference<Object> {
    private static final AtomicIntegerFieldUpdater<LeaseStatements> RUNNING =
            AtomicIntegerFieldUpdater.newUpdater(LeaseStatements.class, "running");

    private volatile int running;
    private volatile boolean listens;
    private @Nullable String lastSql;
    private long lastRunNanos;
    private int statements;

    LeaseStatements(Object handle, ReferenceQueue<Object> collected) {
        super(handle, collected);
    }

    /** The text of the statement that ran last; null where none did. Not masked. */
    public final @Nullable String lastSql() {
        return lastSql;
    }

    /** How long ago the last statement began to run, in nanoseconds; negative where none did. */
    public final long sqlAge(long nowNanos) {
        return statements == 0 ? -1 : nowNanos - lastRunNanos;
    }

    /** How many statements ran. */
    public final int statements() {
        return statements;
    }

    /** Whether a statement runs now. */
    public final boolean isRunning() {
        return running > 0;
    }

    /** Whether it waits for notifications of the server's: it is meant to be held. */
    public final boolean listens() {
        return listens;
    }

    /** A text is about to run, or is prepared. */
    protected final void passes(String sql) {
        lastSql = sql;
    }

    protected final void listening(boolean now) {
        listens = now;
    }

    /**
     * A statement begins to run.
     *
     * @param sql its text; null where that passed before
     */
    protected final void begins(@Nullable String sql) {
        if (sql != null) {
            lastSql = sql;
        }
        lastRunNanos = System.nanoTime();
        statements++;
        RUNNING.incrementAndGet(this);
    }

    final void hasRun() {
        RUNNING.decrementAndGet(this);
    }
}
