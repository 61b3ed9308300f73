package io.poolagent.sample.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Threads that all do the same, and what is shown meanwhile. */
final class Workers {

    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch running;
    private final Progress progress;
    private final Supplier<String> text;

    /** Threads that run a job each, and the text to show while they do. */
    Workers(int count, Runnable job, Progress progress, Supplier<String> text) {
        this.running = new CountDownLatch(count);
        this.progress = progress;
        this.text = text;
        for (int i = 1; i <= count; i++) {
            threads.add(new Thread(
                    () -> {
                        try {
                            job.run();
                        } finally {
                            running.countDown();
                        }
                    },
                    "clerk-" + i));
        }
    }

    void start() {
        threads.forEach(Thread::start);
    }

    /** Waits until all have ended or the time is over, whichever comes first. */
    void await(long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        long interval = TimeUnit.MILLISECONDS.toNanos(progress.intervalMillis());
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
            if (running.await(Math.min(left, interval), TimeUnit.NANOSECONDS)) {
                return;
            }
            progress.show(text.get());
        }
    }

    /** Waits until all have ended. */
    void awaitEnd() throws InterruptedException {
        await(Long.MAX_VALUE / 2);
    }
}
