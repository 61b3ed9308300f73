package io.poolagent.core.watch;

import io.poolagent.core.config.Levels;
import io.poolagent.core.report.Level;
import io.poolagent.core.report.Log;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The values of one thing that are watched, each against two levels: of a pool, or of the JVM. Who crosses a level is told
 * of in the log and as a notification. Written by the housekeeper; any thread may read.
 */
final class Thresholds {
    private static final class Row {
        final Alarm alarm;
        final String unit;
        final double scale;

        Row(Alarm alarm, String unit, double scale) {
            this.alarm = alarm;
            this.unit = unit;
            this.scale = scale;
        }

        String shown(double value) {
            return String.format(Locale.ROOT, "%.0f%s", value / scale, unit);
        }
    }

    private final String pool;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    /** @param pool the pool's name; empty for the JVM */
    Thresholds(String pool) {
        this.pool = pool;
    }

    /** Watches one more value; to be called before the first look. */
    Thresholds add(String what, String unit, Levels levels) {
        return add(what, unit, 1, levels);
    }

    /**
     * As {@link #add(String, String, Levels)}.
     *
     * @param scale what one of the unit is in the value
     */
    Thresholds add(String what, String unit, double scale, Levels levels) {
        rows.put(what, new Row(new Alarm(levels), unit, scale));
        return this;
    }

    /** Looks at one of them, and tells where it turned. */
    void look(String what, double value) {
        Row row = rows.get(what);
        if (row == null || !row.alarm.look(value)) {
            return;
        }
        Status at = row.alarm.status();
        long level = row.alarm.level();
        String subject = pool.isEmpty() ? "JVM" : "pool " + pool;
        Log.report(
                at == Status.HEALTHY ? Level.INFO : Level.WARN,
                "poolagent.threshold",
                () -> subject + ": " + what + " is " + row.shown(value)
                        + (at == Status.HEALTHY
                                ? ", healthy again"
                                : ": " + at.label() + " from " + row.shown((double) level) + " on"),
                json -> {
                    if (!pool.isEmpty()) {
                        json.put("pool", pool);
                    }
                    json.put("what", what)
                            .put("value", value)
                            .put("status", at.label())
                            .put("limit", level);
                });
    }

    /** Whether a value is at a level. */
    boolean isRaised(String what) {
        Row row = rows.get(what);
        return row != null && row.alarm.status() != Status.HEALTHY;
    }

    /** A warning as long as one of them is at a level: an error is only what makes connects fail. */
    Status status() {
        return rows.values().stream().allMatch(each -> each.alarm.status() == Status.HEALTHY)
                ? Status.HEALTHY
                : Status.WARNING;
    }

    /** Adds a sentence for each that is at a level. */
    void reasons(List<String> into) {
        rows.forEach((what, row) -> {
            Status at = row.alarm.status();
            if (at != Status.HEALTHY) {
                into.add(what + " is or was at " + row.shown((double) row.alarm.level()) + " or more (" + at.label()
                        + ")");
            }
        });
    }
}
