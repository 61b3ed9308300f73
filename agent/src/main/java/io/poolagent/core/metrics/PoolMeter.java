package io.poolagent.core.metrics;

import io.poolagent.core.lease.TimeFigures;
import io.poolagent.core.pool.PoolTotals;
import io.poolagent.core.watch.PoolNow;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@link MeterTable}. Immutable.
 *
 * @param <V> what it reads: a number, or durations
 */
final class PoolMeter<V> {
    /** How its numbers go. */
    enum Kind {
        /** Up and down. */
        GAUGE,
        /** Up only. */
        COUNTER,
        /** Durations: how many, how long together, and how they are spread. */
        TIMES
    }

    /** With dots, as OpenTelemetry and Micrometer write it. */
    final String name;
    /** How its numbers go. */
    final Kind kind;
    /** For people, with the unit where there is one. */
    final String description;
    /** What its series differ in besides the pool; null where a pool has one only. */
    final @Nullable String tag;

    private final Function<Sample, Map<String, V>> reader;

    private PoolMeter(
            String name, Kind kind, String description, @Nullable String tag, Function<Sample, Map<String, V>> reader) {
        this.name = name;
        this.kind = kind;
        this.description = description;
        this.tag = tag;
        this.reader = reader;
    }

    /** By the value of {@link #tag}, which is empty where there is none; what is not known is not there. */
    Map<String, V> read(Sample sample) {
        return reader.apply(sample);
    }

    /** A figure of any pool; below 0 it is not known. */
    static PoolMeter<Double> gauge(String name, String description, ToIntFunction<PoolNow> figure) {
        return numbers(Kind.GAUGE, name, description, null, sample -> now(sample, figure, ""));
    }

    /** A number of any pool, or of all together. */
    static PoolMeter<Double> numbers(
            Kind kind,
            String name,
            String description,
            @Nullable String tag,
            Function<Sample, Map<String, Double>> reader) {
        return new PoolMeter<>(name, kind, description, tag, reader);
    }

    /** What is counted of a managed pool. */
    static PoolMeter<Double> counter(String name, String description, ToLongFunction<PoolTotals> figure) {
        return numbers(
                Kind.COUNTER,
                name,
                description,
                null,
                sample -> sample.totals == null ? none() : one((double) figure.applyAsLong(sample.totals)));
    }

    /** Durations in any pool; null where they are not known. */
    static PoolMeter<TimeFigures> times(
            String name, String description, Function<Sample, @Nullable TimeFigures> figure) {
        return times(name, description, null, sample -> {
            TimeFigures known = figure.apply(sample);
            return known == null ? none() : Collections.singletonMap("", known);
        });
    }

    /** Durations, by a tag. */
    static PoolMeter<TimeFigures> times(
            String name, String description, @Nullable String tag, Function<Sample, Map<String, TimeFigures>> reader) {
        return new PoolMeter<>(name, Kind.TIMES, description + ", in seconds", tag, reader);
    }

    /** Nothing is known. */
    static <T> Map<String, T> none() {
        return Collections.emptyMap();
    }

    /** One value, without a tag. */
    static Map<String, Double> one(double value) {
        return Collections.singletonMap("", value);
    }

    /** Two values, each with its tag. */
    static <T> Map<String, T> two(String first, T value, String second, T other) {
        Map<String, T> both = new LinkedHashMap<>();
        both.put(first, value);
        both.put(second, other);
        return both;
    }

    /** A figure of a pool's, under a tag. */
    static Map<String, Double> now(Sample sample, ToIntFunction<PoolNow> figure, String tag) {
        int value = sample.now == null ? -1 : figure.applyAsInt(sample.now);
        return value < 0 ? none() : Collections.singletonMap(tag, (double) value);
    }
}
