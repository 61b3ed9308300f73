package io.poolagent.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ApplicationSinkTest {
    private final List<String> standardError = new CopyOnWriteArrayList<>();
    private final Application application = new Application();
    private final ApplicationSink sink =
            new ApplicationSink(application, (level, message) -> standardError.add(level + " " + message));

    private void flush() {
        sink.flush(10_000);
    }

    @Test
    void linesWaitUntilItIsOpen() throws Exception {
        sink.write(Level.INFO, "a");
        sink.writeJson(Level.WARN, "{}");
        flush();
        assertEquals(List.of(), application.touched);
        sink.open(null);
        sink.write(Level.ERROR, "b");
        flush();
        assertEquals(List.of("INFO a", "WARN {}", "ERROR b"), application.lines);
        assertEquals(List.of(), standardError);
    }

    @Test
    void onlySoManyWait() throws Exception {
        for (int i = 0; i < 1_003; i++) {
            sink.write(Level.INFO, "line");
        }
        sink.open(null);
        flush();
        assertEquals(1_001, application.lines.size());
        assertTrue(application.lines.get(1_000).startsWith("WARN 3 lines were dropped"), application.lines::toString);
    }

    @Test
    void aThreadOfTheAgentsIsUsedAndEnds() throws Exception {
        sink.open(null);
        sink.write(Level.INFO, "a");
        flush();
        Thread first = application.thread;
        assertNotSame(Thread.currentThread(), first);
        assertTrue(first.isDaemon());
        assertNull(application.context);
        first.join();
        sink.write(Level.INFO, "b");
        flush();
        assertNotSame(first, application.thread);
    }

    /** An appender that itself uses the pooled database: the agent logs in the middle of it. */
    @Test
    void whatIsLoggedInsideTheApplicationsLoggingGoesToStandardError() throws Exception {
        application.during = () -> write("inner");
        sink.open(null);
        for (int i = 0; i < 3; i++) {
            sink.write(Level.INFO, "outer");
        }
        flush();
        assertEquals(List.of("INFO outer", "INFO outer", "INFO outer"), application.lines);
        assertEquals(List.of("INFO inner", "INFO inner", "INFO inner"), standardError);
    }

    /** Whoever writes may hold what an appender waits for. */
    @Test
    void whoeverWritesDoesNotWait() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        application.during = () -> {
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        };
        sink.open(null);
        try {
            for (int i = 0; i < 2_000; i++) {
                sink.write(Level.INFO, "line");
            }
            long start = System.nanoTime();
            sink.flush(50);
            assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(5), "flush does not wait for ever");
        } finally {
            released.countDown();
        }
        flush();
        assertTrue(application.lines.size() >= 1_001, "lines that had room");
    }

    @Test
    void afterAFailureAllLinesGoToStandardErrorAndThatIsSaidOnce() throws Exception {
        sink.write(Level.INFO, "a");
        sink.write(Level.INFO, "b");
        application.during = () -> {
            throw new StackOverflowError("on purpose");
        };
        sink.open(null);
        flush();
        sink.write(Level.INFO, "c");
        assertEquals(4, standardError.size(), standardError::toString);
        assertTrue(
                standardError.get(0).startsWith("WARN log.target=fake: calling it failed (")
                        && standardError.get(0).endsWith("; the log goes to standard error"),
                standardError::toString);
        assertEquals(List.of("INFO a", "INFO b", "INFO c"), standardError.subList(1, 4));
        assertEquals(1, application.calls.get());
    }

    @Test
    void anApplicationThatHasNoSuchLoggingIsSaidSo() throws Exception {
        application.unusable = "there is none";
        sink.write(Level.INFO, "a");
        sink.open(null);
        flush();
        assertEquals(
                List.of("WARN log.target=fake: there is none; the log goes to standard error", "INFO a"),
                standardError);
    }

    @Test
    void theApplicationStartsItsLoggingItself() throws Exception {
        application.ready = false;
        sink.open(null);
        sink.write(Level.INFO, "a");
        assertFalse(application.called.await(100, TimeUnit.MILLISECONDS));
        application.ready = true;
        assertTrue(application.called.await(5, TimeUnit.SECONDS));
    }

    @Test
    void atTheEndOfTheJvmNobodyWaitsForIt() throws Exception {
        application.ready = false;
        sink.open(null);
        sink.write(Level.INFO, "a");
        flush();
        assertEquals(List.of("INFO a"), application.lines);
    }

    private void write(String message) {
        try {
            sink.write(Level.INFO, message);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Application implements ApplicationLog {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final CountDownLatch called = new CountDownLatch(1);
        private final List<String> touched = new CopyOnWriteArrayList<>();
        private volatile Runnable during = () -> {};
        private volatile @Nullable String unusable;
        private volatile boolean ready = true;
        private volatile Thread thread;
        private volatile ClassLoader context;
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public String name() {
            return "fake";
        }

        @Override
        public void open(@Nullable ClassLoader driver) {
            touched.add("open");
        }

        @Override
        public boolean isReady() throws Unusable {
            touched.add("ready");
            if (unusable != null) {
                throw new Unusable(unusable);
            }
            return ready;
        }

        @Override
        public void log(Level level, String message) {
            calls.incrementAndGet();
            thread = Thread.currentThread();
            context = thread.getContextClassLoader();
            during.run();
            lines.add(level + " " + message);
            called.countDown();
        }
    }
}
