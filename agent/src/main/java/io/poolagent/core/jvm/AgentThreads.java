package io.poolagent.core.jvm;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * The agent's threads: daemons in the system's thread group, without a context class loader, inherited thread-locals or
 * the access-control context of whoever happened to connect first, each of which would hold an application's loader.
 */
public final class AgentThreads {
    private static volatile @Nullable ScheduledThreadPoolExecutor scheduler;

    private AgentThreads() {}

    /** Makes threads of a name. */
    public static ThreadFactory factory(String name) {
        return task -> make(name, task);
    }

    /** Starts a thread. */
    public static void start(String name, Runnable task) {
        make(name, task).start();
    }

    /** The one scheduler of all pools, made at first use. Its tasks must be short. */
    public static synchronized ScheduledThreadPoolExecutor scheduler() {
        ScheduledThreadPoolExecutor known = scheduler;
        if (known == null) {
            known = new ScheduledThreadPoolExecutor(1, factory("pool-agent-housekeeper"));
            known.setRemoveOnCancelPolicy(true);
            scheduler = known;
        }
        return known;
    }

    @SuppressWarnings("ThreadPriorityCheck") // an application thread's own priority would be inherited
    private static Thread make(String name, Runnable task) {
        // no lambda: this runs before main where http.port is set, and the first one costs start-up
        return AccessController.doPrivileged(new PrivilegedAction<Thread>() {
            @Override
            public Thread run() {
                Thread thread = construct(name, task);
                thread.setDaemon(true);
                thread.setPriority(Thread.NORM_PRIORITY);
                thread.setContextClassLoader(null);
                return thread;
            }
        });
    }

    private static Thread construct(String name, Runnable task) {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group != null && group.getParent() != null) {
            group = group.getParent();
        }
        return Platform.thread(group, task, name);
    }
}
