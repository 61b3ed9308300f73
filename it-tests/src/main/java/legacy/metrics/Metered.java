package legacy.metrics;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.TreeMap;
import legacy.Account;
import legacy.Pause;

/**
 * Runs {@link Script} and prints what the global registry of its own Micrometer has of it. Each pool is called by a word of its
 * own. Arguments: URL, user, password.
 */
public final class Metered {
    private static final SimpleMeterRegistry REGISTRY = new SimpleMeterRegistry();

    private Metered() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(account.url);
        config.setUsername(account.user);
        config.setPassword(account.password);
        config.setPoolName("own");
        config.setMaximumPoolSize(3);
        config.setMinimumIdle(1);
        try (HikariDataSource own = new HikariDataSource(config)) {
            own.getConnection().close();
            Pause.pass(2_500); // the agent looks for registries each second
            System.out.println("early=" + Metrics.globalRegistry.getMeters().size());
            Metrics.globalRegistry
                    .config()
                    .meterFilter(MeterFilter.deny(id -> id.getName().equals("of.nobody")));
            Metrics.addRegistry(REGISTRY);
            Object prometheus = prometheus();
            Script.run(account);
            boolean all = Pause.until(
                    20_000,
                    () -> value("db.client.connection.max own VALUE") == 3
                            && value("poolagent.pool.errors main 42 COUNT") == 1
                            && value("poolagent.reclaimed main COUNT") == 1
                            && value("db.client.connection.timeouts narrow COUNT") == 1);
            Pause.pass(200); // what is read now is a tenth of a second old at most
            System.out.println("complete=" + all);
            meters().forEach((name, value) -> System.out.println("meter " + name + "=" + value));
            if (prometheus != null) {
                String text = (String) prometheus.getClass().getMethod("scrape").invoke(prometheus);
                System.out.println("health lines=" + lines(text, "poolagent_health{"));
                System.out.println("uses=" + lines(text, "db_client_connection_use_time_seconds_count{"));
            }
        }
        System.out.println("gone=" + Pause.until(10_000, () -> of("own") == 0));
        System.out.println("stay=" + (of("main") > 0));
    }

    /** An older registry for Prometheus, where there is one: it insists on the same tags for all meters of a name. */
    private static Object prometheus() throws Exception {
        try {
            Class<?> type = Class.forName("io.micrometer.prometheus.PrometheusMeterRegistry");
            Class<?> configuration = Class.forName("io.micrometer.prometheus.PrometheusConfig");
            Object registry = type.getConstructor(configuration)
                    .newInstance(configuration.getField("DEFAULT").get(null));
            Metrics.addRegistry((io.micrometer.core.instrument.MeterRegistry) registry);
            return registry;
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static long lines(String text, String start) {
        long count = 0;
        for (String line : text.split("\n")) {
            count += line.startsWith(start) ? 1 : 0;
        }
        return count;
    }

    private static long of(String pool) {
        return meters().keySet().stream()
                .filter(name -> name.contains(" " + pool + " "))
                .count();
    }

    private static double value(String name) {
        return meters().getOrDefault(name, Double.NaN);
    }

    /** By name, pool, other tag and kind of figure. */
    private static Map<String, Double> meters() {
        Map<String, Double> all = new TreeMap<>();
        for (Meter meter : REGISTRY.getMeters()) {
            StringBuilder name = new StringBuilder(meter.getId().getName());
            meter.getId().getTags().stream()
                    .filter(tag -> tag.getKey().equals("db.client.connection.pool.name"))
                    .forEach(tag -> name.append(' ').append(Script.word(tag.getValue())));
            meter.getId().getTags().stream()
                    .filter(tag -> !tag.getKey().equals("db.client.connection.pool.name"))
                    .forEach(tag -> name.append(' ').append(tag.getValue()));
            for (Measurement each : meter.measure()) {
                all.put(name + " " + each.getStatistic(), each.getValue());
            }
        }
        return all;
    }
}
