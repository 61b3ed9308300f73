package io.poolagent.core.http;

import io.poolagent.core.jvm.AgentThreads;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The few threads that make answers. What probes ask for has one of its own, so that no answer that takes its time, such
 * as a test of databases, lets them wait. Any thread may use it.
 */
final class Workers {
    private static final int THREADS = 3;
    private static final int WAITING = 64;
    private static final long IDLE_SECONDS = 30;

    private final AtomicInteger number = new AtomicInteger();
    private final ThreadPoolExecutor probes = threads(1);
    private final ThreadPoolExecutor others = threads(THREADS);

    private ThreadPoolExecutor threads(int count) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                count,
                count,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                task -> AgentThreads.factory("pool-agent-http-" + number.incrementAndGet())
                        .newThread(task));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /**
     * Hands over a task; to be cancelled with an interrupt where it takes too long.
     *
     * @throws java.util.concurrent.RejectedExecutionException where too many are waiting
     */
    Future<?> submit(boolean isProbe, Callable<?> task) {
        return (isProbe ? probes : others).submit(task);
    }
}
