package io.poolagent.core.report;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The failures of one pool. Any thread may use it. */
public final class ErrorCounters {
    private final LongAdder count = new LongAdder();
    private final ErrorClasses classes = new ErrorClasses();
    private volatile @Nullable Failure last;

    /** Counts one. */
    public Failure count(Throwable thrown) {
        count.increment();
        classes.count(thrown);
        Failure failure = new Failure(thrown);
        last = failure;
        return failure;
    }

    /** How many there were. */
    public long count() {
        return count.sum();
    }

    /** How many there were by the class of their SQLState, as {@code 08}, {@code none} or {@code other}; not to be changed. */
    public Map<String, Long> classes() {
        return classes.counts();
    }

    /** The last one; null for none. */
    public @Nullable Failure last() {
        return last;
    }

    /** The class of the last one and its SQLState, if any; null where there was none. */
    public @Nullable String lastError() {
        Failure known = last;
        return known == null ? null : known.what();
    }

    /** When the last one was, as ISO 8601 in UTC; null where there was none. */
    public @Nullable String lastErrorTime() {
        Failure known = last;
        return known == null ? null : known.time();
    }
}
