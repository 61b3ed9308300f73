package io.poolagent.core.lease;

import java.lang.ref.WeakReference;

/** The thread that acquired a connection: held weakly, its name kept. One object per thread, shared by its leases. */
public final class Holder extends WeakReference<Thread> {
    private final String name;

    /** For the current thread. */
    public Holder(Thread thread) {
        super(thread);
        this.name = shown(thread.getName());
    }

    /** In one line: nobody forges the log's by a name. */
    private static String shown(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (Character.isISOControl(name.charAt(i))) {
                return name.replaceAll("\\p{Cntrl}", " ");
            }
        }
        return name;
    }

    /** Whether the thread has not ended. */
    public boolean isAlive() {
        Thread thread = get();
        return thread != null && thread.isAlive();
    }

    /** The thread's name; that of its first acquire where the thread has ended. */
    public String name() {
        Thread thread = get();
        return thread == null ? name : shown(thread.getName());
    }
}
