package io.poolagent.core.jmx;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.InvalidAttributeValueException;
import javax.management.MBeanInfo;
import javax.management.MBeanNotificationInfo;
import javax.management.NotificationBroadcasterSupport;
import javax.management.ReflectionException;
import javax.management.openmbean.OpenType;
import org.jspecify.annotations.Nullable;

/**
 * A bean of a {@link Table}'s kind. Attributes that are asked for together come from one moment. Any thread may call any
 * method.
 *
 * @param <S> what the values are taken from
 */
final class Bean<S> extends NotificationBroadcasterSupport implements DynamicMBean {
    private final Table<S> table;
    private final MBeanInfo info;
    private final AtomicLong told = new AtomicLong();
    /** Null once it was unregistered: whoever still has the bean does not keep what it showed. */
    private volatile @Nullable Supplier<S> source;

    /**
     * Makes one.
     *
     * @param source makes what the values of one question are taken from
     */
    Bean(Table<S> table, Supplier<S> source) {
        this.table = table;
        this.info = table.info();
        this.source = source;
    }

    /** It shows nothing any more. */
    void end() {
        source = null;
    }

    /** The next number of a notification; each bean counts its own, since to a listener a gap means that something was lost. */
    long nextNumber() {
        return told.incrementAndGet();
    }

    @Override
    public @Nullable Object getAttribute(String name) throws AttributeNotFoundException {
        return attribute(name).get.apply(now());
    }

    @Override
    public AttributeList getAttributes(String[] names) {
        S now = now();
        AttributeList values = new AttributeList();
        for (String name : names) {
            Table.Attribute<S> attribute = table.attribute(name);
            if (attribute != null) {
                values.add(new Attribute(name, attribute.get.apply(now)));
            }
        }
        return values;
    }

    @Override
    public void setAttribute(Attribute value) throws AttributeNotFoundException, InvalidAttributeValueException {
        Table.Attribute<S> attribute = attribute(value.getName());
        if (attribute.set == null) {
            throw new AttributeNotFoundException(value.getName() + " can not be written");
        }
        if (!attribute.type.isValue(value.getValue())) {
            throw new InvalidAttributeValueException(value.getName() + " is a " + attribute.type.getTypeName()
                    + ", which this is not: " + value.getValue());
        }
        attribute.set.accept(now(), value.getValue());
    }

    @Override
    public AttributeList setAttributes(AttributeList values) {
        AttributeList set = new AttributeList();
        for (Attribute each : values.asList()) {
            try {
                setAttribute(each);
                set.add(each);
            } catch (AttributeNotFoundException | InvalidAttributeValueException | IllegalArgumentException ignored) {
                // by what is missing in the answer the caller sees that it was refused
            }
        }
        return set;
    }

    @Override
    public @Nullable Object invoke(String name, Object @Nullable [] arguments, String @Nullable [] types)
            throws ReflectionException {
        Table.Operation<S> operation = table.operation(name);
        int given = arguments == null ? 0 : arguments.length;
        OpenType<?> parameter = operation == null ? null : operation.parameter;
        if (operation == null || given != (parameter == null ? 0 : 1)) {
            throw new ReflectionException(new NoSuchMethodException(name), "no such operation: " + name);
        }
        Object argument = arguments == null || given == 0 ? null : arguments[0];
        if (parameter != null && !parameter.isValue(argument)) {
            throw new IllegalArgumentException(
                    name + " takes a " + parameter.getTypeName() + ", which this is not: " + argument);
        }
        return operation.call.apply(now(), argument);
    }

    @Override
    public MBeanInfo getMBeanInfo() {
        return info;
    }

    @Override
    public MBeanNotificationInfo[] getNotificationInfo() {
        return info.getNotifications();
    }

    private Table.Attribute<S> attribute(String name) throws AttributeNotFoundException {
        Table.Attribute<S> attribute = table.attribute(name);
        if (attribute == null) {
            throw new AttributeNotFoundException(name);
        }
        return attribute;
    }

    private S now() {
        Supplier<S> from = source;
        if (from == null) {
            throw new IllegalStateException("what this bean showed is gone");
        }
        return from.get();
    }
}
