package io.poolagent.core.metrics;

import io.poolagent.core.lease.TimeFigures;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The global registry of the application's Micrometer, versions 1.5 and up, by reflection: it has other classes than the
 * agent's. Holds classes of the application's, and so lives for one visit only. Used by one thread.
 *
 * <p>What Micrometer gets of the agent are functions that know a row of the table and nothing of the pool. The object that they are called
 * with is a {@link Source}, and to that Micrometer refers weakly.
 */
final class AppRegistry {
    /** The class that an application with Micrometer has. */
    static final String METRICS = "io.micrometer.core.instrument.Metrics";

    private static final String PACKAGE = "io.micrometer.core.instrument.";

    private final @Nullable ClassLoader loader;
    private final Class<?> type;
    private final Object registry;

    /**
     * Initialises the application's Micrometer where it has not done that yet.
     *
     * @param metrics the class {@link #METRICS}
     * @throws ReflectiveOperationException where it is another Micrometer than those known
     */
    AppRegistry(Class<?> metrics) throws ReflectiveOperationException {
        this.loader = metrics.getClassLoader();
        this.type = Class.forName(PACKAGE + "MeterRegistry", false, loader);
        Object global = metrics.getField("globalRegistry").get(null);
        if (global == null) {
            throw new NoSuchFieldException("globalRegistry is null");
        }
        this.registry = global;
    }

    /**
     * Whether the application has added a registry. Until then meters would lead nowhere, and Micrometer 1.13 and up warns of each
     * filter that the application configures after the first meter.
     */
    boolean hasRegistries() throws ReflectiveOperationException {
        Object all = registry.getClass().getMethod("getRegistries").invoke(registry);
        return !(all instanceof Collection) || !((Collection<?>) all).isEmpty();
    }

    /** Registers a number of a source's. Returns the application's meter. */
    Object register(PoolMeter<Double> meter, String value, Source source) throws ReflectiveOperationException {
        ToDoubleFunction<Source> function = each -> number(meter, value, each);
        Object builder = type(meter.kind == PoolMeter.Kind.COUNTER ? "FunctionCounter" : "Gauge")
                .getMethod("builder", String.class, Object.class, ToDoubleFunction.class)
                .invoke(null, meter.name, source, function);
        return register(builder, meter, value, source);
    }

    /** Registers durations of a source's. Returns the application's meter. */
    Object registerTimes(PoolMeter<TimeFigures> meter, String value, Source source)
            throws ReflectiveOperationException {
        ToLongFunction<Source> count = each -> {
            TimeFigures times = times(meter, value, each);
            return times == null ? 0 : times.count();
        };
        ToDoubleFunction<Source> sum = each -> {
            TimeFigures times = times(meter, value, each);
            return times == null ? 0 : times.sumNanos();
        };
        Object builder = type("FunctionTimer")
                .getMethod(
                        "builder",
                        String.class,
                        Object.class,
                        ToLongFunction.class,
                        ToDoubleFunction.class,
                        TimeUnit.class)
                .invoke(null, meter.name, source, count, sum, TimeUnit.NANOSECONDS);
        return register(builder, meter, value, source);
    }

    private Object register(@Nullable Object builder, PoolMeter<?> meter, String value, Source source)
            throws ReflectiveOperationException {
        if (builder == null) {
            throw new NoSuchMethodException("no builder of " + meter.name);
        }
        // Always the same keys: Prometheus takes no meters of one name with other tags.
        String[] tags = meter.tag == null
                ? new String[] {MeterTable.POOL, source.name()}
                : new String[] {MeterTable.POOL, source.name(), meter.tag, value};
        Class<?> builders = builder.getClass();
        builders.getMethod("tags", String[].class).invoke(builder, (Object) tags);
        builders.getMethod("description", String.class).invoke(builder, meter.description);
        Object made = builders.getMethod("register", type).invoke(builder, registry);
        if (made == null) {
            throw new NoSuchMethodException("no meter " + meter.name);
        }
        return made;
    }

    /** Takes a meter out again. */
    void remove(Object meter) throws ReflectiveOperationException {
        Method remove = type.getMethod("remove", type("Meter"));
        remove.invoke(registry, meter);
    }

    private Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(PACKAGE + name, false, loader);
    }

    /** The reason of a failure in the application's code. */
    static Throwable cause(Throwable thrown) {
        Throwable cause = thrown instanceof InvocationTargetException ? thrown.getCause() : null;
        return cause == null ? thrown : cause;
    }

    /** Called by the application's registries, which nothing of ours may disturb. */
    private static double number(PoolMeter<Double> meter, String value, @Nullable Source source) {
        try {
            Double number = source == null ? null : meter.read(source.recent()).get(value);
            return number == null ? Double.NaN : number;
        } catch (Throwable e) {
            return Double.NaN;
        }
    }

    private static @Nullable TimeFigures times(PoolMeter<TimeFigures> meter, String value, @Nullable Source source) {
        try {
            return source == null ? null : meter.read(source.recent()).get(value);
        } catch (Throwable e) {
            return null;
        }
    }
}
