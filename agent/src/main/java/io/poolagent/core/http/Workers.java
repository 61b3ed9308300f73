package io.poolagent.core.http;

import io.poolagent.core.jvm.AgentThreads;
import java.io.IOException;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The few threads that serve. A client that is slow to send its request or to read the answer is cut off: its thread is
 * interrupted, which closes the channel that it reads or writes; at once where somebody else waits for a thread. What
 * comes while too many wait is closed. The JDK's own limits (sun.net.httpserver.maxReqTime) would hold for servers of the
 * application's as well.
 */
final class Workers implements Executor {
    private static final int THREADS = 4;
    private static final int WAITING = 32;
    private static final long IDLE_SECONDS = 30;
    private static final long LOOK_MILLIS = 100;
    /** So long a request may take to come even where others wait: a request that is not meant badly is one packet. */
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final ThreadLocal<@Nullable Work> CURRENT = new ThreadLocal<>();

    private final AtomicInteger number = new AtomicInteger();
    private final Set<Work> running = ConcurrentHashMap.newKeySet();

    private final long requestNanos;
    private final long answerNanos;
    private final ThreadPoolExecutor threads;
    private volatile boolean named;

    /**
     * @param requestMillis how long a request may take to come
     * @param answerMillis how long from then on until the answer has gone
     */
    Workers(long requestMillis, long answerMillis) {
        this.requestNanos = TimeUnit.MILLISECONDS.toNanos(requestMillis);
        this.answerNanos = TimeUnit.MILLISECONDS.toNanos(answerMillis);
        this.threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                task -> AgentThreads.factory("pool-agent-http-" + number.incrementAndGet())
                        .newThread(task));
        threads.allowCoreThreadTimeOut(true);
    }

    /** Begins to look at how long requests take. */
    void watch() {
        Future<?> unused = AgentThreads.scheduler()
                .scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Called by the server's own thread, to which some versions of the JDK give no name, others the system's class loader. */
    @Override
    public void execute(Runnable task) {
        if (!named) {
            named = true;
            Thread.currentThread().setName("pool-agent-http-dispatcher");
            Thread.currentThread().setContextClassLoader(null);
        }
        try {
            threads.execute(new Work(task));
            makeRoom();
        } catch (RejectedExecutionException e) {
            // The only kind of failure for which every version of the server closes the connection.
            throw Workers.<RuntimeException>unchecked(new IOException("all threads are busy"));
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // throws what it is given, declared or not
    private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }

    /** The request of the current thread is complete: from now on its answer's time counts. */
    void complete() {
        Work work = CURRENT.get();
        if (work != null) {
            work.deadline = System.nanoTime() + answerNanos;
            work.isClients = false;
        }
    }

    /** The answer of the current thread has gone: what is left is the client's, as the rest of what it sends. */
    void answered() {
        Work work = CURRENT.get();
        if (work != null) {
            work.sinceNanos = System.nanoTime();
            work.isClients = true;
        }
    }

    /** Cuts off as many slow clients as there are others that wait, the slowest first. */
    private void makeRoom() {
        int waiting = threads.getQueue().size();
        if (waiting == 0) {
            return;
        }
        long now = System.nanoTime();
        running.stream()
                .filter(each -> each.isClients && now - each.sinceNanos > PATIENCE_NANOS)
                .sorted(Comparator.comparingLong(each -> each.sinceNanos - now))
                .limit(waiting)
                .forEach(Work::end);
    }

    private void look() {
        long now = System.nanoTime();
        for (Work each : running) {
            if (each.deadline - now < 0) {
                each.end();
            }
        }
        makeRoom();
    }

    /** One request, or what comes of one. */
    private final class Work implements Runnable {
        private final Runnable task;
        private @Nullable Thread thread;
        volatile long deadline;
        /** Since when it depends on the client, where it does. */
        volatile long sinceNanos;

        volatile boolean isClients = true;

        Work(Runnable task) {
            this.task = task;
        }

        @Override
        public void run() {
            sinceNanos = System.nanoTime();
            deadline = sinceNanos + requestNanos;
            synchronized (this) {
                thread = Thread.currentThread();
            }
            running.add(this);
            CURRENT.set(this);
            try {
                task.run();
            } finally {
                running.remove(this);
                CURRENT.remove();
                synchronized (this) {
                    thread = null; // whatever it does later is not interrupted
                }
                Thread.interrupted();
            }
        }

        synchronized void end() {
            if (thread != null) {
                thread.interrupt();
            }
        }
    }
}
