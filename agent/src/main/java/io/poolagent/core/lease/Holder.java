package io.poolagent.core.lease;

import io.poolagent.core.report.OneLine;
import java.lang.ref.WeakReference;

/** The thread that acquired a connection: held weakly, its name kept. One object per thread, shared by its leases. */
public final class Holder extends WeakReference<Thread> {
    private final String name;

    /** For the current thread. */
    public Holder(Thread thread) {
        super(thread);
        this.name = OneLine.of(thread.getName());
    }

    /** Whether the thread has not ended. */
    public boolean isAlive() {
        Thread thread = get();
        return thread != null && thread.isAlive();
    }

    /** The thread's name; that of its first acquire where the thread has ended. */
    public String name() {
        Thread thread = get();
        return thread == null ? name : OneLine.of(thread.getName());
    }
}
