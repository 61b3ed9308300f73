package io.poolagent.core.jmx;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import javax.management.Descriptor;
import javax.management.ImmutableDescriptor;
import javax.management.MBeanInfo;
import javax.management.MBeanNotificationInfo;
import javax.management.MBeanOperationInfo;
import javax.management.Notification;
import javax.management.openmbean.OpenMBeanAttributeInfo;
import javax.management.openmbean.OpenMBeanAttributeInfoSupport;
import javax.management.openmbean.OpenMBeanConstructorInfo;
import javax.management.openmbean.OpenMBeanInfoSupport;
import javax.management.openmbean.OpenMBeanOperationInfo;
import javax.management.openmbean.OpenMBeanOperationInfoSupport;
import javax.management.openmbean.OpenMBeanParameterInfo;
import javax.management.openmbean.OpenMBeanParameterInfoSupport;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import org.jspecify.annotations.Nullable;

/**
 * The one table in which a kind of bean is declared: attributes and operations with their open types, descriptions and
 * what they do. Filled by one thread, then only read.
 *
 * @param <S> what the values are taken from
 */
final class Table<S> {
    /** By the end of an attribute's name. */
    private static final String[][] UNITS = {
        {"Millis", "ms"},
        {"Utilisation", "percent"},
        {"MemoryHeld", "bytes"},
        {"PerSecond", "1/s"},
        {"Active", "connections"},
        {"Idle", "connections"},
        {"Total", "connections"},
        {"Min", "connections"},
        {"Max", "connections"},
        {"MaxUsed", "connections"},
        {"Waiting", "threads"}
    };

    private final String description;
    private final Map<String, Attribute<S>> attributes = new LinkedHashMap<>();
    private final Map<String, Operation<S>> operations = new LinkedHashMap<>();
    private MBeanNotificationInfo[] notifications = new MBeanNotificationInfo[0];

    /** One attribute. */
    static final class Attribute<S> {
        final Function<S, ? extends @Nullable Object> get;
        final @Nullable BiConsumer<S, Object> set;
        final OpenType<?> type;
        private final OpenMBeanAttributeInfoSupport info;

        Attribute(
                OpenMBeanAttributeInfoSupport info,
                Function<S, ? extends @Nullable Object> get,
                @Nullable BiConsumer<S, Object> set) {
            this.info = info;
            this.type = info.getOpenType();
            this.get = get;
            this.set = set;
        }
    }

    /** One operation; it takes no parameter, or one. */
    static final class Operation<S> {
        final BiFunction<S, @Nullable Object, ? extends @Nullable Object> call;
        /** Null where it takes none. */
        final @Nullable OpenType<?> parameter;

        private final OpenMBeanOperationInfoSupport info;

        Operation(
                OpenMBeanOperationInfoSupport info,
                @Nullable OpenType<?> parameter,
                BiFunction<S, @Nullable Object, ? extends @Nullable Object> call) {
            this.info = info;
            this.parameter = parameter;
            this.call = call;
        }
    }

    Table(String description) {
        this.description = description;
    }

    /** Declares an attribute that can be read. */
    Table<S> attribute(String name, OpenType<?> type, String text, Function<S, ? extends @Nullable Object> get) {
        attributes.put(
                name,
                new Attribute<>(
                        new OpenMBeanAttributeInfoSupport(name, text, type, true, false, false, units(name, type)),
                        get,
                        null));
        return this;
    }

    /** The field of JMX's for units, which some clients show; it follows from the name. */
    private static Descriptor units(String name, OpenType<?> type) {
        for (String[] each : UNITS) {
            if (name.endsWith(each[0])) {
                return new ImmutableDescriptor("units=" + each[1]);
            }
        }
        boolean counts = type.equals(SimpleType.INTEGER) || type.equals(SimpleType.LONG);
        return counts ? new ImmutableDescriptor("units=count") : ImmutableDescriptor.EMPTY_DESCRIPTOR;
    }

    /** Declares an attribute that can be read and written. */
    Table<S> writable(
            String name,
            OpenType<?> type,
            String text,
            Function<S, ? extends @Nullable Object> get,
            BiConsumer<S, Object> set) {
        attributes.put(
                name,
                new Attribute<>(
                        new OpenMBeanAttributeInfoSupport(name, text, type, true, true, false, units(name, type)),
                        get,
                        set));
        return this;
    }

    /**
     * Declares an operation.
     *
     * @param impact {@code MBeanOperationInfo.INFO} where it changes nothing, else {@code ACTION}
     */
    Table<S> operation(
            String name, OpenType<?> result, int impact, String text, Function<S, ? extends @Nullable Object> call) {
        operations.put(
                name,
                new Operation<>(
                        new OpenMBeanOperationInfoSupport(name, text, new OpenMBeanParameterInfo[0], result, impact),
                        null,
                        (now, none) -> call.apply(now)));
        return this;
    }

    /** Declares an operation that changes something by a number. */
    Table<S> change(String name, String parameter, String meaning, String text, ObjIntConsumer<S> call) {
        OpenMBeanParameterInfo info = new OpenMBeanParameterInfoSupport(parameter, meaning, SimpleType.INTEGER);
        operations.put(
                name,
                new Operation<>(
                        new OpenMBeanOperationInfoSupport(
                                name,
                                text,
                                new OpenMBeanParameterInfo[] {info},
                                SimpleType.VOID,
                                MBeanOperationInfo.ACTION),
                        SimpleType.INTEGER,
                        (now, number) -> {
                            call.accept(now, number == null ? 0 : (Integer) number);
                            return null;
                        }));
        return this;
    }

    /** Declares an operation that changes something. */
    Table<S> action(String name, String text, Consumer<S> call) {
        return operation(name, SimpleType.VOID, MBeanOperationInfo.ACTION, text, now -> {
            call.accept(now);
            return null;
        });
    }

    /** Declares that its beans tell of events. */
    Table<S> notifies(String... types) {
        notifications = new MBeanNotificationInfo[] {
            new MBeanNotificationInfo(
                    types, Notification.class.getName(), "What happened; the user data is a CompositeData")
        };
        return this;
    }

    @Nullable
    Attribute<S> attribute(String name) {
        return attributes.get(name);
    }

    @Nullable
    Operation<S> operation(String name) {
        return operations.get(name);
    }

    Collection<String> attributes() {
        return attributes.keySet();
    }

    /** What a client sees of it before it asks for values. */
    MBeanInfo info() {
        return new OpenMBeanInfoSupport(
                Bean.class.getName(),
                description,
                attributes.values().stream().map(each -> each.info).toArray(OpenMBeanAttributeInfo[]::new),
                new OpenMBeanConstructorInfo[0],
                operations.values().stream().map(each -> each.info).toArray(OpenMBeanOperationInfo[]::new),
                notifications,
                new ImmutableDescriptor("mxbean=true", "immutableInfo=true"));
    }
}
