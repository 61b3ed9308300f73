package io.poolagent.core.foreign;

import io.poolagent.core.jvm.Fields;
import io.poolagent.core.jvm.Privileged;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value of a foreign object by names with dots between: each a getter without parameters, or where there is none
 * of that name a field. {@code size} of a collection is how many there are. Reads only, and never on a hot path. Any
 * thread may use it.
 */
final class Path {
    private Path() {}

    /** The first of the paths that leads to a number; -1 where none does. */
    static int number(Object from, String... paths) {
        for (String path : paths) {
            Object value = follow(from, path);
            if (value instanceof Number) {
                return ((Number) value).intValue();
            }
        }
        return -1;
    }

    /** The first of the paths that leads to something, as text; null where none does. */
    static @Nullable String text(Object from, String... paths) {
        for (String path : paths) {
            Object value = follow(from, path);
            if (value != null && !value.toString().isEmpty()) {
                return value.toString();
            }
        }
        return null;
    }

    /** What a path leads to; null where it ends before. */
    static @Nullable Object follow(Object from, String path) {
        return Privileged.call(() -> {
            Object at = from;
            for (String step : path.split("\\.")) {
                at = at == null ? null : step(at, step);
            }
            return at;
        });
    }

    private static @Nullable Object step(Object at, String name) {
        if (name.equals("size") && (at instanceof Collection || at instanceof Map)) {
            return at instanceof Map ? ((Map<?, ?>) at).size() : ((Collection<?>) at).size();
        }
        for (Class<?> type = at.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Method method = type.getDeclaredMethod(name);
                method.setAccessible(true);
                return method.invoke(at);
            } catch (NoSuchMethodException e) {
                // a superclass may have it
            } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
                return null;
            }
        }
        for (Class<?> type = at.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Field field = type.getDeclaredField(name);
                return Fields.open(field) ? field.get(at) : null;
            } catch (NoSuchFieldException e) {
                // a superclass may have it
            } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
                return null;
            }
        }
        return null;
    }
}
