package io.poolagent.core.metrics;

import static io.poolagent.core.metrics.PoolMeter.Kind.COUNTER;
import static io.poolagent.core.metrics.PoolMeter.Kind.GAUGE;
import static io.poolagent.core.metrics.PoolMeter.counter;
import static io.poolagent.core.metrics.PoolMeter.gauge;
import static io.poolagent.core.metrics.PoolMeter.none;
import static io.poolagent.core.metrics.PoolMeter.numbers;
import static io.poolagent.core.metrics.PoolMeter.one;
import static io.poolagent.core.metrics.PoolMeter.times;
import static io.poolagent.core.metrics.PoolMeter.two;

import io.poolagent.core.leak.PoolLeaks;
import io.poolagent.core.lease.SessionEnd;
import io.poolagent.core.lease.TimeFigures;
import io.poolagent.core.pool.ManagedPool;
import io.poolagent.core.pool.PoolControl;
import io.poolagent.core.report.HookErrors;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The one table of meters, whoever shows them. The names are OpenTelemetry's for database clients, and {@code poolagent.}
 * where it has none. Nothing is counted for them: all is read when somebody asks.
 */
final class MeterTable {
    /** The tag that names the pool. */
    static final String POOL = "db.client.connection.pool.name";

    /** Those that read numbers. */
    static final List<PoolMeter<Double>> NUMBERS = Collections.unmodifiableList(Arrays.asList(
            numbers(
                    GAUGE,
                    "db.client.connection.count",
                    "Connections there are: used ones are leased, idle ones wait for an acquire",
                    "db.client.connection.state",
                    MeterTable::connections),
            gauge("db.client.connection.idle.max", "The most idle connections that are kept", now -> now.maxIdle),
            gauge(
                    "db.client.connection.idle.min",
                    "The least connections that are kept open, leased ones included",
                    now -> now.min),
            gauge("db.client.connection.max", "The most connections of the pool", now -> now.max),
            gauge(
                    "db.client.connection.pending_requests",
                    "Threads that wait for a connection of the pool",
                    now -> now.waiting),
            numbers(
                    COUNTER,
                    "db.client.connection.timeouts",
                    "Acquires that were refused because all connections were leased",
                    null,
                    sample -> sample.timeouts < 0 ? none() : one((double) sample.timeouts)),
            numbers(
                    COUNTER,
                    "poolagent.leaks",
                    "Leases that were suspected to be leaked, handles that were collected without a close (proven), and leases that"
                            + " were aborted after leak.abandoned-after (abandoned)",
                    "kind",
                    MeterTable::leaks),
            counter(
                    "poolagent.reclaimed",
                    "Leaked connections that were taken back, or ended, after their handles had been collected",
                    totals -> totals.reclaimed),
            counter(
                    "poolagent.overflow",
                    "Connects past the pool because all its connections were leased",
                    totals -> totals.overflow),
            numbers(
                    COUNTER,
                    "poolagent.session.resets",
                    "What had to be done at releases to make sessions fresh: end a transaction, set JDBC attributes back, reset"
                            + " the server's session, close the connection",
                    "how",
                    MeterTable::resets),
            numbers(
                    COUNTER,
                    "poolagent.pool.errors",
                    "Exceptions of the driver's, in connects and in the application's calls, by the first two letters of their"
                            + " SQLState; without a pool's name failed connects for which there was no pool yet",
                    "sqlstate.class",
                    MeterTable::errors),
            numbers(
                    GAUGE,
                    "poolagent.pool.utilisation",
                    "Leased connections in percent of the pool's maximum",
                    null,
                    sample -> sample.now == null || sample.now.max <= 0 || sample.now.active < 0
                            ? none()
                            : one(sample.now.utilisation())),
            numbers(
                    COUNTER,
                    "poolagent.pool.resizes",
                    "Changes of the pool's maximum or minimum while it ran",
                    "direction",
                    MeterTable::resizes),
            numbers(
                    GAUGE,
                    "poolagent.health",
                    "0 healthy, 1 warning, 2 connections can not be made; without a pool's name the worst of all",
                    null,
                    sample -> one((sample.health == null ? sample.watch.status() : sample.health.status()).level())),
            numbers(
                    GAUGE,
                    "poolagent.jdbc.memory",
                    "What open leases, their statements and result sets hold, about, in bytes; counted every 30 s",
                    null,
                    sample -> sample.health == null
                            ? one((double) sample.watch.leaks().memoryHeld())
                            : none()),
            numbers(
                    COUNTER,
                    "poolagent.hook.errors",
                    "Failures of the agent's own; the application went on without it",
                    null,
                    sample -> sample.health == null ? one((double) HookErrors.count()) : none())));

    /** Those that read durations. */
    static final List<PoolMeter<TimeFigures>> TIMES = Collections.unmodifiableList(Arrays.asList(
            times(
                    "db.client.connection.create_time",
                    "How long physical connects took",
                    sample -> sample.totals == null ? null : sample.totals.createTimes),
            times(
                    "db.client.connection.wait_time",
                    "From asking for a connection to having it",
                    sample -> sample.acquireTimes),
            times("db.client.connection.use_time", "From having a connection to its close", sample -> sample.holdTimes),
            times("poolagent.statements", "How long statements ran", "outcome", MeterTable::statements)));

    /** Those that the alert rules look at are there before the first: an increase is seen from something. */
    private static final String[] WATCHED_ERRORS = {"08", "53", "57", "58", "HY", "none"};

    private MeterTable() {}

    private static Map<String, Double> connections(Sample sample) {
        Map<String, Double> all = new LinkedHashMap<>(PoolMeter.now(sample, now -> now.idle, "idle"));
        all.putAll(PoolMeter.now(sample, now -> now.active, "used"));
        return all;
    }

    private static Map<String, TimeFigures> statements(Sample sample) {
        return sample.totals == null
                ? none()
                : two("success", sample.totals.statements, "error", sample.totals.failedStatements);
    }

    private static Map<String, Double> leaks(Sample sample) {
        PoolLeaks leaks = sample.leaks;
        if (leaks == null) {
            return none();
        }
        Map<String, Double> all = new LinkedHashMap<>();
        all.put("suspected", (double) leaks.suspected());
        all.put("proven", (double) leaks.proven());
        all.put("abandoned", (double) leaks.abandoned());
        return all;
    }

    private static Map<String, Double> resets(Sample sample) {
        Map<String, Double> all = new LinkedHashMap<>();
        if (sample.totals != null) {
            for (SessionEnd each : SessionEnd.values()) {
                all.put(each.label(), (double) sample.totals.ends(each));
            }
        }
        return all;
    }

    private static Map<String, Double> errors(Sample sample) {
        Map<String, Double> all = new LinkedHashMap<>();
        for (String each : WATCHED_ERRORS) {
            all.put(each, 0.0);
        }
        sample.errorClasses.forEach((name, count) -> all.put(name, (double) count));
        return all;
    }

    private static Map<String, Double> resizes(Sample sample) {
        ManagedPool pool = sample.health == null ? null : sample.health.view().managed();
        if (pool == null) {
            return none();
        }
        PoolControl.Resizes resizes = pool.control().resizes();
        return two("up", (double) resizes.up, "down", (double) (resizes.count - resizes.up));
    }
}
