package io.poolagent.sample.load;

import io.poolagent.sample.shop.Shop;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Serves requests in all threads, each request once, until there have been enough or the time is over. */
final class ShopLoad {

    private static final int COMPLAINTS = 5;

    private final Shop shop;
    private final int threads;
    private final long requests;
    private final long nanos;
    private final Progress progress;

    private final AtomicLong next = new AtomicLong();
    private final LongAdder served = new LongAdder();
    private final AtomicLong failed = new AtomicLong();
    private final Latencies latencies = new Latencies();
    private long start;

    /**
     * A load.
     *
     * @param requests how many, or 0 when time decides
     * @param seconds how long, when time decides
     */
    ShopLoad(Shop shop, int threads, long requests, int seconds, Progress progress) {
        this.shop = shop;
        this.threads = threads;
        this.requests = requests == 0 ? Long.MAX_VALUE : requests;
        this.nanos = requests == 0 ? TimeUnit.SECONDS.toNanos(seconds) : Long.MAX_VALUE;
        this.progress = progress;
    }

    void run(Figures figures) throws InterruptedException {
        Workers workers = new Workers(threads, this::work, progress, this::text);
        start = System.nanoTime();
        workers.start();
        workers.awaitEnd();
        double seconds = (System.nanoTime() - start) / 1e9;
        figures.putCount(Figure.REQUESTS, served.sum());
        figures.putCount(Figure.FAILED, failed.get());
        figures.put(Figure.REQUESTS_PER_SECOND, served.sum() / seconds);
        figures.put(Figure.LATENCY_P50, latencies.percentileMillis(50));
        figures.put(Figure.LATENCY_P95, latencies.percentileMillis(95));
        figures.put(Figure.LATENCY_P99, latencies.percentileMillis(99));
        figures.put(Figure.LATENCY_MAX, latencies.percentileMillis(100));
    }

    long served() {
        return served.sum();
    }

    long failed() {
        return failed.get();
    }

    private void work() {
        Latencies own = new Latencies();
        while (System.nanoTime() - start < nanos) {
            long number = next.getAndIncrement();
            if (number >= requests) {
                break;
            }
            long begun = System.nanoTime();
            try {
                shop.serve(number);
            } catch (SQLException | RuntimeException e) {
                if (failed.incrementAndGet() <= COMPLAINTS) {
                    progress.say("Request " + number + " failed: " + e);
                }
            }
            own.add(System.nanoTime() - begun);
            served.increment();
        }
        synchronized (latencies) {
            latencies.addAll(own);
        }
    }

    private String text() {
        double passed = (System.nanoTime() - start) / 1e9;
        long soFar = served.sum();
        return requests == Long.MAX_VALUE
                ? String.format(
                        Locale.ROOT,
                        "shop: %.0f of %.0f s, %,d requests, %,.0f a second",
                        passed,
                        nanos / 1e9,
                        soFar,
                        soFar / passed)
                : String.format(
                        Locale.ROOT, "shop: %,d of %,d requests, %,.0f a second", soFar, requests, soFar / passed);
    }
}
