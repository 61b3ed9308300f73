package io.poolagent.core.jvm;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
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

    /** Waits until what the scheduler was handed so far is done, such as a report; no longer than so many milliseconds. */
    public static void settle(long millis) throws InterruptedException {
        ScheduledThreadPoolExecutor known = scheduler;
        if (known != null) {
            CountDownLatch reached = new CountDownLatch(1);
            known.execute(reached::countDown);
            boolean ignored = reached.await(millis, TimeUnit.MILLISECONDS);
        }
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
