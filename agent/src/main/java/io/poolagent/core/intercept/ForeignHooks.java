package io.poolagent.core.intercept;

import io.poolagent.core.pool.Pools;
import io.poolagent.core.report.HookErrors;
import org.jspecify.annotations.Nullable;

/**
 * The bridge's end for pools that the application brought: the mark on a thread that connects for one, what they hand out,
 * and what is taken over. Any thread may call any method.
 */
public abstract class ForeignHooks extends Hooks {
    /** Hooks that use the given pools. */
    protected ForeignHooks(Pools pools) {
        super(pools);
    }

    @Override
    protected final void onGuard(boolean enter) {
        try {
            ThreadState thread = ThreadState.current();
            if (!enter) {
                thread.unguard();
                return;
            }
            if (!thread.isGuarded()) {
                thread.pace().begin();
            }
            thread.guard();
        } catch (Throwable e) {
            HookErrors.count("guard", e);
        }
    }

    @Override
    protected final @Nullable Object onTakeOver(Object pool) throws Throwable {
        DriverConnect learned;
        ThreadState thread;
        try {
            learned = TakeOver.learned(pool);
            thread = ThreadState.current();
        } catch (Throwable e) {
            return withoutUs("foreign.takeover", e);
        }
        if (learned == null || thread.isTakingOver()) {
            return null;
        }
        thread.takingOver(true);
        try {
            return connect(learned.driver(), learned.url(), learned.info());
        } finally {
            thread.takingOver(false);
        }
    }

    @Override
    protected final void onInside(@Nullable Object pool) {
        try {
            ThreadState.current().inside(pool);
        } catch (Throwable e) {
            HookErrors.count("foreign.takeover", e);
        }
    }

    @Override
    protected final void onHandedOut(Object source, @Nullable Object handle) {
        try {
            ThreadState thread = ThreadState.current();
            thread.unguard();
            if (handle != null) {
                thread.supplied(); // a data source around the pool makes none itself
            }
            if (handle != null && !thread.isGuarded() && pools.isOpen()) {
                pools.foreign().acquired(thread.foreign(), thread.pace(), source, handle);
            }
        } catch (Throwable e) {
            HookErrors.count("a foreign pool's acquire", e);
        }
    }

    @Override
    protected final void onRefused(Object source, Throwable thrown) {
        try {
            ThreadState thread = ThreadState.current();
            thread.unguard();
            thread.failed();
            if (thrown instanceof Exception && !thread.isGuarded() && pools.isOpen()) {
                pools.foreign().refused(thread.foreign(), source, (Exception) thrown);
            }
        } catch (Throwable e) {
            HookErrors.count("a foreign pool's failure", e);
        }
    }

    @Override
    protected final void onReleased(Object handle) {
        try {
            if (!pools.foreign().isEmpty()) {
                pools.foreign().released(ThreadState.current().foreign(), handle);
            }
        } catch (Throwable e) {
            HookErrors.count("a foreign pool's release", e);
        }
    }
}
