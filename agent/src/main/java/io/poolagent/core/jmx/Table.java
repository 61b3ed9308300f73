package io.poolagent.core.jmx;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.management.ImmutableDescriptor;
import javax.management.MBeanInfo;
import javax.management.MBeanNotificationInfo;
import javax.management.openmbean.OpenMBeanAttributeInfo;
import javax.management.openmbean.OpenMBeanAttributeInfoSupport;
import javax.management.openmbean.OpenMBeanConstructorInfo;
import javax.management.openmbean.OpenMBeanInfoSupport;
import javax.management.openmbean.OpenMBeanOperationInfo;
import javax.management.openmbean.OpenMBeanOperationInfoSupport;
import javax.management.openmbean.OpenMBeanParameterInfo;
import javax.management.openmbean.OpenType;
import org.jspecify.annotations.Nullable;

/**
 * The one table in which a kind of bean is declared: attributes and operations with their open types, descriptions and
 * what they do. Filled by one thread, then only read.
 *
 * @param <S> what the values are taken from
 */
final class Table<S> {
    private final String description;
    private final Map<String, Attribute<S>> attributes = new LinkedHashMap<>();
    private final Map<String, Operation<S>> operations = new LinkedHashMap<>();

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

    /** One operation; none takes parameters. */
    static final class Operation<S> {
        final Function<S, ? extends @Nullable Object> call;
        private final OpenMBeanOperationInfoSupport info;

        Operation(OpenMBeanOperationInfoSupport info, Function<S, ? extends @Nullable Object> call) {
            this.info = info;
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
                new Attribute<>(new OpenMBeanAttributeInfoSupport(name, text, type, true, false, false), get, null));
        return this;
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
                new Attribute<>(new OpenMBeanAttributeInfoSupport(name, text, type, true, true, false), get, set));
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
                        call));
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
                new MBeanNotificationInfo[0],
                new ImmutableDescriptor("mxbean=true", "immutableInfo=true"));
    }
}
