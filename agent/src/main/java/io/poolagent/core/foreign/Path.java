package io.poolagent.core.foreign;

import io.poolagent.core.jvm.Fields;
import io.poolagent.core.jvm.Privileged;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value of a foreign object by names with dots between: each a getter without parameters, or where there is none
 * of that name a field. {@code size} of a collection is how many there are; any other name is asked of each in it, and
 * numbers are added up. Reads only, and never on a hot path. Any thread may use it.
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
            String rest = path;
            while (at != null && !rest.isEmpty()) {
                int dot = rest.indexOf('.');
                String step = dot < 0 ? rest : rest.substring(0, dot);
                Collection<?> many = at instanceof Map
                        ? ((Map<?, ?>) at).values()
                        : at instanceof Collection ? (Collection<?>) at : null;
                if (many != null) {
                    return step.equals("size") ? (Object) many.size() : sum(many, rest);
                }
                at = step(at, step);
                rest = dot < 0 ? "" : rest.substring(dot + 1);
            }
            return at;
        });
    }

    private static @Nullable Integer sum(Collection<?> all, String path) {
        int sum = 0;
        for (Object each : all) {
            int number = number(each, path);
            if (number < 0) {
                return null;
            }
            sum += number;
        }
        return sum;
    }

    private static @Nullable Object step(Object at, String name) {
        for (Class<?> type = at.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Method method = type.getDeclaredMethod(name);
                if (!Modifier.isPublic(method.getModifiers() & type.getModifiers())) {
                    method.setAccessible(true);
                }
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
