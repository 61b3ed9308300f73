package io.poolagent.core.leak;

import io.poolagent.core.handle.Handles;
import io.poolagent.core.jvm.Agents;
import io.poolagent.core.jvm.Fields;
import io.poolagent.core.lease.LeaseRecord;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a static field keeps a connection: one of a class through which it was acquired, or of a subclass, directly, in a
 * small map, or in an object there or in a map. A mere list of connections is no reason to hold them. Looked at once for a
 * lease that is about to be suspected.
 */
final class Statics {
    /** How it is kept. */
    enum How {
        NOT,
        /** By a static field, or by a field of the object in one: there can not be more of them than fields. */
        FIELD,
        /** In a map, or by one of the objects in it: there may be ever more. */
        CONTAINER
    }

    private static final int SMALL = 16;
    private static final int MOST_BEANS = 1_000;
    private static final int MOST_CLASSES = 50;

    private Statics() {}

    static How hold(StackTraceElement[] frames, LeaseRecord lease) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < frames.length && names.size() < MOST_CLASSES; i++) {
            String name = frames[i].getClassName();
            if (!name.startsWith("java.") && !name.startsWith("io.poolagent.core.")) {
                names.add(name);
            }
        }
        How found = How.NOT;
        try {
            for (Class<?> each : Agents.loadedClasses()) {
                How how = isOneOf(each, names) ? ofClass(each, lease) : How.NOT;
                if (how == How.FIELD) {
                    return how;
                }
                found = how == How.NOT ? found : how;
            }
        } catch (RuntimeException | LinkageError e) {
            return How.NOT; // it is being changed, or names classes that are not there
        }
        return found;
    }

    private static boolean isOneOf(Class<?> type, Set<String> names) {
        for (Class<?> at = type; at != null && !at.getName().startsWith("java."); at = at.getSuperclass()) {
            if (names.contains(at.getName())) {
                return true;
            }
        }
        return false;
    }

    /** By the static fields of a class. */
    private static How ofClass(Class<?> type, LeaseRecord lease) {
        How found = How.NOT;
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && isReadable(field)) {
                Object value = value(field, null);
                if (value != null && is(value, lease, 0)) {
                    found = value instanceof Map ? How.CONTAINER : How.FIELD;
                }
            }
            if (found == How.FIELD) {
                return found;
            }
        }
        return found;
    }

    /** By the fields of an object, those of its superclasses among them. */
    private static boolean holds(Object object, LeaseRecord lease) {
        for (Class<?> at = object.getClass();
                at != null && !at.getName().startsWith("java.");
                at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())
                        && isReadable(field)
                        && is(value(field, object), lease, 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isReadable(Field field) {
        return !field.getType().isPrimitive() && Fields.open(field);
    }

    private static @Nullable Object value(Field field, @Nullable Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException e) {
            return null;
        }
    }

    private static boolean is(@Nullable Object value, LeaseRecord lease, int depth) {
        if (value == null) {
            return false;
        }
        if (Handles.isOf(value, lease)) {
            return true;
        }
        boolean ofJdk = value.getClass().getName().startsWith("java.");
        if (value instanceof Map && ofJdk) {
            Collection<?> values = ((Map<?, ?>) value).values();
            return isIn(values, lease) || depth == 0 && isInOneOf(values, lease);
        }
        if (value instanceof Collection && ofJdk && depth > 0) {
            return isIn((Collection<?>) value, lease);
        }
        return depth == 0 && !ofJdk && !value.getClass().isArray() && holds(value, lease);
    }

    /** As containers of beans have them: the connection is in an object that is in a map. */
    private static boolean isInOneOf(Collection<?> beans, LeaseRecord lease) {
        boolean found = false;
        if (beans.size() <= MOST_BEANS) {
            for (Object each : beans) {
                boolean own = each != null
                        && !each.getClass().getName().startsWith("java.")
                        && !each.getClass().isArray();
                found |= own && holds(each, lease);
            }
        }
        return found;
    }

    private static boolean isIn(Collection<?> all, LeaseRecord lease) {
        boolean found = false;
        if (all.size() <= SMALL) {
            for (Object each : all) {
                found |= each != null && Handles.isOf(each, lease);
            }
        }
        return found;
    }
}
