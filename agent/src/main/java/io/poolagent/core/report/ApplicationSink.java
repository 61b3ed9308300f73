package io.poolagent.core.report;

import io.poolagent.core.jvm.AgentThreads;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The application's own logging. Lines are given to it by a thread of the agent's and never by the thread that wrote
 * them: that one may hold locks of the agent's, while an appender that waits for the same locks, because it writes into
 * a database, holds those of the logging. The thread lives as long as there are lines; a longer one would keep what
 * the application's appenders put into thread-locals.
 *
 * <p>What that thread has to say while it is inside the application's logging (a new pool, for the appender's own
 * connection) goes to standard error, or each line could bring forth the next. So does everything once the logging
 * can not be used.
 */
final class ApplicationSink implements Sink {
    private static final int MOST_WAITING = 1_000;
    /** How long the application may take to start its logging by itself before a line of the agent's starts it. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final ApplicationLog log;
    private final Sink instead;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private int dropped;
    private boolean open;
    private boolean delivering;
    private @Nullable Thread deliverer;
    private volatile long opened;
    private volatile boolean failed;
    private volatile boolean hurried;

    /**
     * A sink that is not open yet.
     *
     * @param instead where lines go that the application's logging does not get
     */
    ApplicationSink(ApplicationLog log, Sink instead) {
        this.log = log;
        this.instead = instead;
    }

    @Override
    public void open(@Nullable ClassLoader driver) {
        synchronized (this) {
            if (open) {
                return;
            }
            log.open(driver);
            opened = System.nanoTime();
            open = true;
            if (waiting.isEmpty()) {
                return;
            }
            delivering = true;
        }
        start();
    }

    @Override
    public void write(Level level, String message) throws IOException {
        take(new Waiting(level, message, false));
    }

    @Override
    public void writeJson(Level level, String object) throws IOException {
        take(new Waiting(level, object, true));
    }

    @Override
    public synchronized void flush(long millis) {
        hurried = true;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (delivering && deliverer != Thread.currentThread()) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void take(Waiting line) throws IOException {
        if (failed || isDeliverer()) {
            line.writeTo(instead);
            return;
        }
        synchronized (this) {
            if (waiting.size() < MOST_WAITING) {
                waiting.add(line);
            } else {
                dropped++;
            }
            if (!open || delivering) {
                return;
            }
            delivering = true;
        }
        start();
    }

    private synchronized boolean isDeliverer() {
        return deliverer == Thread.currentThread();
    }

    private void start() {
        try {
            AgentThreads.start("pool-agent-log", this::deliver);
        } catch (Throwable e) {
            fail("no thread can be started: " + e);
            deliver();
        }
    }

    private void deliver() {
        synchronized (this) {
            deliverer = Thread.currentThread();
        }
        for (Waiting line = next(); line != null; line = next()) {
            give(line);
        }
    }

    private synchronized @Nullable Waiting next() {
        Waiting line = waiting.poll();
        if (line == null && dropped > 0) {
            line = new Waiting(
                    Level.WARN, dropped + " lines were dropped: log.target=" + log.name() + " was slower", false);
            dropped = 0;
        }
        if (line == null) {
            deliverer = null;
            delivering = false;
            notifyAll();
        }
        return line;
    }

    private void give(Waiting line) {
        if (!failed) {
            try {
                while (!log.isReady() && !hurried && System.nanoTime() - opened < PATIENCE_NANOS) {
                    LockSupport.parkNanos(STEP_NANOS);
                }
                log.log(line.level, line.message);
                return;
            } catch (ApplicationLog.Unusable e) {
                fail(e.why());
            } catch (Throwable e) {
                fail("calling it failed (" + e + ")");
            }
        }
        try {
            line.writeTo(instead);
        } catch (Throwable ignored) {
            // there is no other place
        }
    }

    private void fail(String why) {
        failed = true;
        try {
            instead.write(Level.WARN, "log.target=" + log.name() + ": " + why + "; the log goes to standard error");
        } catch (Throwable ignored) {
            // there is no other place
        }
    }

    /** A line that nobody has got yet. Immutable. */
    private static final class Waiting {
        private final Level level;
        private final String message;
        private final boolean json;

        Waiting(Level level, String message, boolean json) {
            this.level = level;
            this.message = message;
            this.json = json;
        }

        void writeTo(Sink sink) throws IOException {
            if (json) {
                sink.writeJson(level, message);
            } else {
                sink.write(level, message);
            }
        }
    }
}
