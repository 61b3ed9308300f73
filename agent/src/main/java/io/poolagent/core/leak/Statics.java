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
 * Whether a static field keeps a connection: one of a class through which it was acquired, directly, in a small map, or
 * in an object there or in a map. A mere list of connections is no reason to hold them. Looked at once for a lease that is about to
 * be suspected.
 */
final class Statics {
    private static final int SMALL = 16;
    private static final int MOST_BEANS = 1_000;
    private static final int MOST_CLASSES = 50;

    private Statics() {}

    static boolean hold(StackTraceElement[] frames, LeaseRecord lease) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < frames.length && names.size() < MOST_CLASSES; i++) {
            String name = frames[i].getClassName();
            if (!name.startsWith("java.") && !name.startsWith("io.poolagent.core.")) {
                names.add(name);
            }
        }
        try {
            for (Class<?> each : Agents.loadedClasses()) {
                if (names.contains(each.getName()) && holds(each, null, lease, 0)) {
                    return true;
                }
            }
        } catch (RuntimeException | LinkageError e) {
            return false; // it is being changed, or names classes that are not there
        }
        return false;
    }

    /** The static fields of a class where there is no object, else the object's. */
    private static boolean holds(Class<?> type, @Nullable Object object, LeaseRecord lease, int depth) {
        for (Field field : type.getDeclaredFields()) {
            boolean wanted = Modifier.isStatic(field.getModifiers()) == (object == null);
            if (wanted
                    && !field.getType().isPrimitive()
                    && Fields.open(field)
                    && is(value(field, object), lease, depth)) {
                return true;
            }
        }
        return false;
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
        return depth == 0 && !ofJdk && !value.getClass().isArray() && holds(value.getClass(), value, lease, 1);
    }

    /** As containers of beans have them: the connection is in an object that is in a map. */
    private static boolean isInOneOf(Collection<?> beans, LeaseRecord lease) {
        boolean found = false;
        if (beans.size() <= MOST_BEANS) {
            for (Object each : beans) {
                boolean own = each != null
                        && !each.getClass().getName().startsWith("java.")
                        && !each.getClass().isArray();
                found |= own && holds(each.getClass(), each, lease, 1);
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
