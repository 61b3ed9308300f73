package io.poolagent.core.metrics;

import io.poolagent.core.lease.TimeFigures;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The meters of pools for Prometheus, with real histograms: Micrometer's own are filled value by value, and these come
 * from what the pools have counted already. Any thread may ask.
 */
final class PoolCollector implements MultiCollector {
    private static final double NANOS = 1e9;
    /** OpenTelemetry's, and smaller ones: an acquire from a pool takes microseconds. In seconds. */
    private static final double[] BOUNDS = {
        1e-6, 5e-6, 1e-5, 5e-5, 1e-4, 5e-4, 1e-3, 5e-3, 1e-2, 5e-2, 0.1, 0.5, 1, 5, 10
    };

    private final Sources sources;

    PoolCollector(Sources sources) {
        this.sources = sources;
    }

    @Override
    public MetricSnapshots collect() {
        List<Reading> readings = new ArrayList<>();
        readings.add(new Reading(sources.all()));
        for (Source each : sources.pools()) {
            readings.add(new Reading(each));
        }
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        for (PoolMeter<Double> each : MeterTable.NUMBERS) {
            if (each.kind == PoolMeter.Kind.COUNTER) {
                CounterSnapshot.Builder counters =
                        CounterSnapshot.builder().name(name(each)).help(each.description);
                if (read(each, readings, (labels, value) -> counters.dataPoint(counter(labels, value)))) {
                    all.metricSnapshot(counters.build());
                }
            } else {
                GaugeSnapshot.Builder gauges =
                        GaugeSnapshot.builder().name(name(each)).help(each.description);
                if (read(each, readings, (labels, value) -> gauges.dataPoint(gauge(labels, value)))) {
                    all.metricSnapshot(gauges.build());
                }
            }
        }
        for (PoolMeter<TimeFigures> each : MeterTable.TIMES) {
            HistogramSnapshot.Builder times =
                    HistogramSnapshot.builder().name(name(each) + "_seconds").help(each.description);
            if (read(each, readings, (labels, value) -> times.dataPoint(times(labels, value)))) {
                all.metricSnapshot(times.build());
            }
        }
        return all.build();
    }

    /** Returns whether there was anything. */
    private static <V> boolean read(PoolMeter<V> meter, List<Reading> readings, BiConsumer<Labels, V> into) {
        boolean any = false;
        for (Reading each : readings) {
            for (Map.Entry<String, V> value : meter.read(each.sample).entrySet()) {
                into.accept(labels(each.pool, meter.tag, value.getKey()), value.getValue());
                any = true;
            }
        }
        return any;
    }

    private static Labels labels(String pool, @Nullable String tag, String value) {
        Labels labels = pool.isEmpty() ? Labels.EMPTY : Labels.of(written(MeterTable.POOL), pool);
        return tag == null ? labels : labels.add(written(tag), value);
    }

    private static CounterSnapshot.CounterDataPointSnapshot counter(Labels labels, double value) {
        return CounterSnapshot.CounterDataPointSnapshot.builder()
                .labels(labels)
                .value(value)
                .build();
    }

    private static GaugeSnapshot.GaugeDataPointSnapshot gauge(Labels labels, double value) {
        return GaugeSnapshot.GaugeDataPointSnapshot.builder()
                .labels(labels)
                .value(value)
                .build();
    }

    private static HistogramSnapshot.HistogramDataPointSnapshot times(Labels labels, TimeFigures times) {
        ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
        long below = 0;
        for (double bound : BOUNDS) {
            long upTo = times.countUpTo(Math.round(bound * NANOS));
            buckets.bucket(bound, upTo - below);
            below = upTo;
        }
        // slots are read while they count: the number may be one behind its parts
        buckets.bucket(Double.POSITIVE_INFINITY, Math.max(0, times.count() - below));
        return HistogramSnapshot.HistogramDataPointSnapshot.builder()
                .labels(labels)
                .classicHistogramBuckets(buckets.build())
                .sum(times.sumNanos() / NANOS)
                .build();
    }

    private static String name(PoolMeter<?> meter) {
        return written(meter.name);
    }

    private static String written(String name) {
        return name.replace('.', '_');
    }

    /** A pool's figures, read once for all its meters. */
    private static final class Reading {
        final String pool;
        final Sample sample;

        Reading(Source source) {
            this.pool = source.name();
            this.sample = source.sample();
        }
    }
}
