package io.poolagent.core.leak;

import io.poolagent.core.lease.Place;
import io.poolagent.core.report.Json;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The leaks of one place, or of all, as they were at one moment. Immutable. */
public final class LeakFigures {
    /** The place; {@link Place#UNKNOWN} for all places together. */
    public final Place place;
    /** Leaks, each counted once. */
    public final long count;
    /** Those that were suspected. */
    public final long suspected;
    /** Those that were proven. */
    public final long proven;
    /** Those whose connection was taken back. */
    public final long reclaimed;
    /** Those that were suspected, and closed later. */
    public final long returned;
    /** Connections that were taken away because they were held for too long: leaks that were suspected, and others. */
    public final long abandoned;
    /** Those that were suspected, and are still held. */
    public final long open;
    /** When the first was found, in milliseconds since 1970; 0 where there is none. */
    public final long firstMillis;
    /** When the last was found, in milliseconds since 1970; 0 where there is none. */
    public final long lastMillis;
    /** The longest time one was held, up to that moment where it still is, in nanoseconds. */
    public final long longestNanos;

    private final StackTraceElement[] stack;

    LeakFigures(
            Place place,
            long count,
            long suspected,
            long proven,
            long reclaimed,
            long returned,
            long abandoned,
            long open,
            long firstMillis,
            long lastMillis,
            long longestNanos,
            StackTraceElement[] stack) {
        this.place = place;
        this.count = count;
        this.suspected = suspected;
        this.proven = proven;
        this.reclaimed = reclaimed;
        this.returned = returned;
        this.abandoned = abandoned;
        this.open = open;
        this.firstMillis = firstMillis;
        this.lastMillis = lastMillis;
        this.longestNanos = longestNanos;
        this.stack = stack;
    }

    LeakFigures plus(LeakFigures that) {
        return new LeakFigures(
                place,
                count + that.count,
                suspected + that.suspected,
                proven + that.proven,
                reclaimed + that.reclaimed,
                returned + that.returned,
                abandoned + that.abandoned,
                open + that.open,
                firstMillis == 0 ? that.firstMillis : Math.min(firstMillis, that.firstMillis),
                Math.max(lastMillis, that.lastMillis),
                Math.max(longestNanos, that.longestNanos),
                stack);
    }

    static LeakFigures none() {
        return new LeakFigures(Place.UNKNOWN, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, new StackTraceElement[0]);
    }

    /** As an object, with the newest stack that is known of the place, innermost frame first. */
    public Json json() {
        return counts(Json.object().put("place", LeaseText.place(place)))
                .put("first", instant(firstMillis))
                .put("last", instant(lastMillis))
                .put("longestMillis", TimeUnit.NANOSECONDS.toMillis(longestNanos))
                .put("stack", LeaseText.frames(stack));
    }

    /** Adds how many there are of each sort, and returns the object. */
    public Json counts(Json to) {
        return to.put("count", count)
                .put("suspected", suspected)
                .put("proven", proven)
                .put("reclaimed", reclaimed)
                .put("closedLate", returned)
                .put("abandoned", abandoned)
                .put("open", open);
    }

    private static @Nullable String instant(long millis) {
        return millis == 0 ? null : LeaseText.instant(millis);
    }
}
