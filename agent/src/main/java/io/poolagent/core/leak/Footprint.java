package io.poolagent.core.leak;

import io.poolagent.core.jvm.Fields;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * About how many bytes hang on a statement or result set of a driver's: its fields are followed, but not to the
 * connection. Of long lists only a sample is looked at, and of each statement only so many objects, so that a count takes
 * milliseconds. The objects are in use meanwhile: what can not be read is not counted. Used by one thread.
 */
final class Footprint {
    private static final int MOST_OBJECTS = 400;
    private static final int SAMPLE = 64;
    private static final int DEEPEST = 24;
    private static final int HEADER = 16;
    private static final int REFERENCE = 4;

    private static final ClassValue<Field[]> REFERENCES = new ClassValue<Field[]>() {
        @Override
        protected Field[] computeValue(Class<?> type) {
            List<Field> found = new ArrayList<>();
            for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
                if (at.getName().startsWith("java.")) {
                    break;
                }
                for (Field field : at.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())
                            && !field.getType().isPrimitive()
                            && Fields.open(field)) {
                        found.add(field);
                    }
                }
            }
            return found.toArray(new Field[0]);
        }
    };

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private int left;

    /** Ends a count, in which what several objects share is counted once. Nothing of it is kept from being collected. */
    void end() {
        seen.clear();
    }

    /** The bytes that hang on an object, as far as they were not counted before. */
    long of(Object object) {
        left = MOST_OBJECTS;
        try {
            return size(object, 0);
        } catch (RuntimeException e) {
            return 0; // it changed while it was read
        }
    }

    private long size(@Nullable Object object, int depth) {
        if (object == null || depth > DEEPEST || left <= 0 || isForeign(object) || !seen.add(object)) {
            return 0;
        }
        left--;
        Class<?> type = object.getClass();
        if (type.isArray()) {
            return array(object, depth);
        }
        if (object instanceof String) {
            return HEADER * 2L + ((String) object).length();
        }
        if (object instanceof Collection && type.getName().startsWith("java.")) {
            return collection((Collection<?>) object, depth);
        }
        if (object instanceof Map && type.getName().startsWith("java.")) {
            return HEADER
                    + collection(((Map<?, ?>) object).values(), depth)
                    + collection(((Map<?, ?>) object).keySet(), depth);
        }
        long size = HEADER;
        for (Field field : REFERENCES.get(type)) {
            size += REFERENCE;
            size += size(value(field, object), depth + 1);
        }
        return size;
    }

    private static @Nullable Object value(Field field, Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException e) {
            return null;
        }
    }

    /** The connection, threads and classes are not held by a statement, but the other way round. */
    private static boolean isForeign(Object object) {
        return object instanceof Connection
                || object instanceof Thread
                || object instanceof Class
                || object instanceof ClassLoader
                || object instanceof Enum
                || object instanceof java.lang.ref.Reference
                || object.getClass().getName().contains("Connection")
                || object.getClass().getName().contains("Executor");
    }

    private long array(Object array, int depth) {
        int length = Array.getLength(array);
        Class<?> part = array.getClass().getComponentType();
        if (part.isPrimitive()) {
            return HEADER + (long) length * width(part);
        }
        int step = Math.max(1, length / SAMPLE);
        long sampled = 0;
        int looked = 0;
        for (int i = 0; i < length; i += step) {
            sampled += size(Array.get(array, i), depth + 1);
            looked++;
        }
        return HEADER + (long) length * REFERENCE + (looked == 0 ? 0 : sampled * length / looked);
    }

    private long collection(Collection<?> collection, int depth) {
        int size = collection.size();
        long sampled = 0;
        int looked = 0;
        if (collection instanceof ArrayList) {
            int step = Math.max(1, size / SAMPLE);
            for (int i = 0; i < size; i += step) {
                sampled += size(((List<?>) collection).get(i), depth + 1);
                looked++;
            }
        } else {
            for (Object each : collection) {
                if (looked == SAMPLE) {
                    break;
                }
                sampled += size(each, depth + 1);
                looked++;
            }
        }
        return HEADER * 2L + (long) size * REFERENCE + (looked == 0 ? 0 : sampled * size / looked);
    }

    private static int width(Class<?> primitive) {
        if (primitive == long.class || primitive == double.class) {
            return 8;
        }
        if (primitive == int.class || primitive == float.class) {
            return 4;
        }
        return primitive == char.class || primitive == short.class ? 2 : 1;
    }
}
