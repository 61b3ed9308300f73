package io.poolagent.core.metrics;

import io.poolagent.core.lease.TimeFigures;
import io.poolagent.core.report.Log;
import java.lang.ref.WeakReference;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The meters of one source in an application's registry. Keeps the source, to which the registry refers weakly, and nothing
 * of the application's. Used by one thread at a time.
 */
final class AppMeters {
    private final Source source;
    private final WeakReference<Class<?>> metrics;
    /** By name and tag; empty where the application's registry refused it. */
    private final Map<String, WeakReference<@Nullable Object>> meters = new LinkedHashMap<>();

    /** @param metrics the class {@link AppRegistry#METRICS} of the application */
    AppMeters(Source source, Class<?> metrics) {
        this.source = source;
        this.metrics = new WeakReference<>(metrics);
    }

    /** The class that it was made with; null where the application is gone. */
    @Nullable
    Class<?> metrics() {
        return metrics.get();
    }

    /** Whether the source has values that have no meter yet. */
    boolean isBehind() {
        Sample sample = source.recent();
        return keys(MeterTable.NUMBERS, sample) || keys(MeterTable.TIMES, sample);
    }

    private <V> boolean keys(Iterable<PoolMeter<V>> table, Sample sample) {
        for (PoolMeter<V> meter : table) {
            for (String value : meter.read(sample).keySet()) {
                if (!meters.containsKey(key(meter, value))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Registers what there is no meter for yet. */
    void add(AppRegistry registry) {
        Sample sample = source.recent();
        Set<String> refused = new LinkedHashSet<>();
        for (PoolMeter<Double> meter : MeterTable.NUMBERS) {
            for (String value : meter.read(sample).keySet()) {
                add(meter, value, refused, () -> registry.register(meter, value, source));
            }
        }
        for (PoolMeter<TimeFigures> meter : MeterTable.TIMES) {
            for (String value : meter.read(sample).keySet()) {
                add(meter, value, refused, () -> registry.registerTimes(meter, value, source));
            }
        }
        if (!refused.isEmpty()) {
            Log.debug("metrics.target=app: the application's registry refused " + refused);
        }
    }

    /** Something of the application's that may throw anything. */
    private interface Registration {
        Object register() throws ReflectiveOperationException;
    }

    private void add(PoolMeter<?> meter, String value, Set<String> refused, Registration registration) {
        String key = key(meter, value);
        if (meters.containsKey(key)) {
            return;
        }
        Object made = null;
        try {
            made = registration.register();
        } catch (Throwable e) {
            refused.add(meter.name + ": " + AppRegistry.cause(e));
        }
        meters.put(key, new WeakReference<>(made));
    }

    /** Takes all of them out again. */
    void remove(AppRegistry registry) {
        for (WeakReference<@Nullable Object> each : meters.values()) {
            Object meter = each.get();
            if (meter != null) {
                try {
                    registry.remove(meter);
                } catch (Throwable e) {
                    Log.debug("metrics.target=app: a meter was not removed: " + AppRegistry.cause(e));
                }
            }
        }
        meters.clear();
    }

    private static String key(PoolMeter<?> meter, String value) {
        return meter.name + ' ' + value;
    }
}
