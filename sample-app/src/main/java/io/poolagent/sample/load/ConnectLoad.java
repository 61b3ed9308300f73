package io.poolagent.sample.load;

import io.poolagent.sample.shop.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Measures connect + shortest query + close, again and again in every thread, after a warm-up half as long. */
final class ConnectLoad {

    private final Database database;
    private final int threads;
    private final int seconds;
    private final Progress progress;

    private final LongAdder done = new LongAdder();
    private final AtomicReference<@Nullable SQLException> failure = new AtomicReference<>();
    private final long start = System.nanoTime();
    private volatile boolean over;

    ConnectLoad(Database database, int threads, int seconds, Progress progress) {
        this.database = database;
        this.threads = threads;
        this.seconds = seconds;
        this.progress = progress;
    }

    /** Rounds per second. */
    double run() throws SQLException, InterruptedException {
        Workers workers = new Workers(threads, this::work, progress, this::text);
        workers.start();
        long nanos = TimeUnit.SECONDS.toNanos(seconds);
        workers.await(nanos / 2);
        long before = done.sum();
        long measured = System.nanoTime();
        workers.await(nanos);
        double rate = (done.sum() - before) * 1e9 / (System.nanoTime() - measured);
        over = true;
        workers.awaitEnd();
        SQLException thrown = failure.get();
        if (thrown != null) {
            throw thrown;
        }
        return rate;
    }

    private void work() {
        String query = database.dialect().ping();
        try {
            while (!over) {
                round(query);
                done.increment();
            }
        } catch (SQLException e) {
            failure.compareAndSet(null, e);
            over = true;
        }
    }

    private void round(String query) throws SQLException {
        Connection c = database.connect();
        try {
            Statement s = c.createStatement();
            ResultSet rows = s.executeQuery(query);
            if (!rows.next() || rows.getInt(1) != 1) {
                throw new SQLException("The answer to " + query + " is not 1.");
            }
            rows.close();
            s.close();
        } finally {
            c.close();
        }
    }

    private String text() {
        double passed = (System.nanoTime() - start) / 1e9;
        return String.format(
                Locale.ROOT,
                "connect + SELECT 1 + close: %.0f of %.0f s, %,.0f a second",
                passed,
                seconds * 1.5,
                done.sum() / passed);
    }
}
