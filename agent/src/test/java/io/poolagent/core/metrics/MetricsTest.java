package io.poolagent.core.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.core.config.Config;
import io.poolagent.core.config.ConfigReader;
import io.poolagent.core.database.Databases;
import io.poolagent.core.leak.Leaks;
import io.poolagent.core.pool.ManagedPool;
import io.poolagent.core.pool.Pools;
import io.poolagent.core.watch.Watch;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Meters of pools without connections; those of a load are in MetricsIT. */
class MetricsTest {
    private static final String URL = "jdbc:stub://host/base";

    private final Config config = ConfigReader.read("pool.max=4", Map.of(), new Properties());
    private final Leaks leaks = new Leaks(config);
    private final Watch watch = new Watch(config, leaks, null);
    /** The housekeeper shows them to nobody: the test does. */
    private final Pools pools = new Pools(config, leaks, all -> {});

    private final Metrics metrics = new Metrics(watch);

    @AfterEach
    void close() {
        metrics.close();
    }

    private ManagedPool pool() {
        ManagedPool pool = pools.create(
                MetricsTest.class, URL, "app", Databases.of(URL), null, new AtomicBoolean()::get, () -> {});
        watch.look(pools);
        return pool;
    }

    private List<String> of(String start) {
        return metrics.text().lines().filter(line -> line.startsWith(start)).toList();
    }

    @Test
    void withoutPoolsThereAreThoseOfAllAndOfTheJvm() {
        assertEquals(List.of("poolagent_health 0.0"), of("poolagent_health"));
        assertEquals(1, of("poolagent_hook_errors_total ").size());
        assertFalse(of("jvm_memory_used_bytes{").isEmpty());
        assertTrue(of("db_client").isEmpty());
    }

    @Test
    void connectsThatFailWithoutAPoolCountWithoutItsName() {
        pools.connectFailed(MetricsTest.class, URL, new SQLException("refused", "28P01"));
        pools.connectFailed(MetricsTest.class, URL, new SQLException("refused", "08001"));
        watch.look(pools);
        assertEquals(
                List.of("poolagent_pool_errors_total{sqlstate_class=\"28\"} 1.0"),
                of("poolagent_pool_errors_total{sqlstate_class=\"28\"}"));
        assertEquals(List.of("poolagent_health 2.0"), of("poolagent_health"));
    }

    @Test
    void aPoolHasAllOfTheTable() {
        ManagedPool pool = pool();
        pool.control().setMax(6, "a test");
        pool.control().setMax(5, "a test");
        pool.control().setMax(7, "a test");
        String tag = "db_client_connection_pool_name=\"" + pool.name() + "\"";
        assertEquals(List.of("db_client_connection_max{" + tag + "} 7.0"), of("db_client_connection_max{"));
        assertEquals(
                List.of(
                        "poolagent_pool_resizes_total{" + tag + ",direction=\"down\"} 1.0",
                        "poolagent_pool_resizes_total{" + tag + ",direction=\"up\"} 2.0"),
                of("poolagent_pool_resizes_total{"));
        assertEquals(List.of("poolagent_health 0.0", "poolagent_health{" + tag + "} 0.0"), of("poolagent_health"));
        List<String> missing = new ArrayList<>();
        String text = metrics.text();
        List<PoolMeter<?>> all = new ArrayList<>(MeterTable.NUMBERS);
        all.addAll(MeterTable.TIMES);
        for (PoolMeter<?> each : all) {
            if (!text.contains("\n# TYPE " + each.name.replace('.', '_')) && !text.startsWith("# TYPE " + each.name)) {
                missing.add(each.name);
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void aPoolThatIsGoneHasNoMetersAndItsNameMayComeAgain() {
        ManagedPool first = pool();
        ManagedPool second = pool();
        assertEquals(2, of("db_client_connection_max{").size());
        assertEquals(first.name() + " #2", second.name());
        watch.look(new Pools(config, leaks, all -> {}));
        assertTrue(of("db_client").isEmpty());
        pool();
        assertEquals(3, of("db_client_connection_max{").size());
    }

    @Test
    void sourcesKeepTheirNames() {
        pool();
        Sources sources = new Sources(watch);
        Source before = sources.pools().get(0);
        pool();
        assertTrue(sources.pools().contains(before));
        assertEquals(2, sources.pools().stream().map(Source::name).distinct().count());
        assertSame(sources.all(), sources.all());
    }

    @Test
    void noNameIsThereTwice() {
        List<String> names = new ArrayList<>();
        MeterTable.NUMBERS.forEach(each -> names.add(each.name));
        MeterTable.TIMES.forEach(each -> names.add(each.name));
        assertEquals(names.size(), names.stream().distinct().count(), Arrays.toString(names.toArray()));
    }
}
