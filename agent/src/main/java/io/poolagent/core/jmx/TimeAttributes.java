package io.poolagent.core.jmx;

import static javax.management.openmbean.SimpleType.DOUBLE;
import static javax.management.openmbean.SimpleType.LONG;

import io.poolagent.core.lease.TimeFigures;
import java.util.function.Function;

/** Durations as attributes, each a number of its own, since JConsole plots only such. */
final class TimeAttributes {
    private TimeAttributes() {}

    /**
     * Declares them: count, mean, percentiles, greatest.
     *
     * @param name what the attributes' names begin with
     * @param what what is measured, as the end of a sentence
     */
    static <S> void add(Table<S> table, String name, String what, Function<S, TimeFigures> times) {
        table.attribute(
                        name + "Count",
                        LONG,
                        "How many: " + what,
                        now -> times.apply(now).count())
                .attribute(
                        name + "MeanMillis",
                        DOUBLE,
                        "On average, ms: " + what,
                        now -> times.apply(now).meanMillis())
                .attribute(
                        name + "P50Millis",
                        DOUBLE,
                        "Half took no longer, ms: " + what,
                        now -> times.apply(now).percentileMillis(50))
                .attribute(
                        name + "P95Millis",
                        DOUBLE,
                        "95 of 100 took no longer, ms: " + what,
                        now -> times.apply(now).percentileMillis(95))
                .attribute(
                        name + "P99Millis",
                        DOUBLE,
                        "99 of 100 took no longer, ms: " + what,
                        now -> times.apply(now).percentileMillis(99))
                .attribute(
                        name + "MaxMillis",
                        DOUBLE,
                        "The longest, ms: " + what,
                        now -> times.apply(now).maxMillis());
    }
}
