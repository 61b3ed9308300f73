package io.poolagent.core.http;

import io.poolagent.core.report.Log;
import java.lang.ref.SoftReference;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The answer of one path. It is made by one thread at a time, at most once in a while, and given to whoever asks
 * meanwhile: so a client that asks as fast as it can costs little more than the sending. Any thread may ask.
 */
final class Kept {
    /** For so long others wait for the one that makes it. */
    private static final long PATIENCE_MILLIS = 250;
    /** So much older than it should be the last answer may be, where the next one takes its time. */
    private static final long STALE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Callable<Answer> source;
    private final long freshNanos;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable Made made;

    /** An answer and its time; softly, since a history may have megabytes. */
    private static final class Made {
        final SoftReference<Answer> answer;
        final long nanos;

        Made(Answer answer, long nanos) {
            this.answer = new SoftReference<>(answer);
            this.nanos = nanos;
        }
    }

    Kept(long freshMillis, Callable<Answer> source) {
        this.freshNanos = TimeUnit.MILLISECONDS.toNanos(freshMillis);
        this.source = source;
    }

    /** The answer where one is fresh; null else. Does not wait. */
    @Nullable
    Answer fresh() {
        return last(freshNanos);
    }

    /** The answer, no older than it may be; 503 where another thread does not get ready with the first. */
    Answer get() throws InterruptedException {
        Answer fresh = last(freshNanos);
        if (fresh != null) {
            return fresh;
        }
        if (!making.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
            Answer old = last(freshNanos + STALE_NANOS);
            return old != null
                    ? old
                    : Answer.error(503, "this answer is being made for another client: try again in a second")
                            .with("Retry-After", "1");
        }
        try {
            fresh = last(freshNanos);
            if (fresh == null) {
                fresh = make();
                made = new Made(fresh, System.nanoTime());
            }
            return fresh;
        } finally {
            making.unlock();
        }
    }

    /** The last one, where it is younger. */
    private @Nullable Answer last(long nanos) {
        Made last = made;
        return last == null || System.nanoTime() - last.nanos >= nanos ? null : last.answer.get();
    }

    private Answer make() throws InterruptedException {
        try {
            return source.call();
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            Log.debug("an HTTP answer can not be made: " + e);
            return Answer.error(
                    500, "this answer can not be made: " + e.getClass().getName());
        }
    }
}
