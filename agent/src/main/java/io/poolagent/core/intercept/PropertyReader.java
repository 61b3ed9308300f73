package io.poolagent.core.intercept;

import io.poolagent.core.database.Databases;
import io.poolagent.core.jvm.Fields;
import io.poolagent.core.jvm.Privileged;
import java.io.PrintWriter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one class as values that equal those of an object with equal properties: texts, numbers, maps of
 * them, and objects of the driver's own that consist of such values. Immutable; any thread may use it.
 */
final class PropertyReader {
    /** A DataSource, its builder, the builder's addresses: deeper there is no configuration any more. */
    private static final int DEEPEST = 3;

    private static final String NULL = "\0null";

    private static final ClassValue<PropertyReader> ALL = new ClassValue<PropertyReader>() {
        @Override
        protected PropertyReader computeValue(Class<?> type) {
            return Privileged.call(() -> new PropertyReader(type));
        }
    };

    private final Class<?> type;
    private final Field[] fields;
    private final boolean readable;

    private PropertyReader(Class<?> type) {
        this.type = type;
        List<Field> found = new ArrayList<>();
        boolean all = true;
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                boolean counts = !Modifier.isStatic(field.getModifiers())
                        && !isLog(field.getType())
                        && !Databases.ignoredField(at.getName(), field.getName());
                if (counts) {
                    all &= Fields.open(field);
                    found.add(field);
                }
            }
        }
        this.fields = found.toArray(new Field[0]);
        this.readable = all;
    }

    static PropertyReader of(Class<?> type) {
        return ALL.get(type);
    }

    /** The values of an object of this class; null where one of them is of a kind that can not be compared. */
    @Nullable
    List<Object> read(Object target) {
        return read(target, 0);
    }

    /** Whether {@link #read} would give an equal list; makes no garbage, and says false where it is not sure. */
    boolean matches(Object target, List<?> known) {
        if (!readable || known.size() != fields.length + 1 || !type.getName().equals(known.get(0))) {
            return false;
        }
        try {
            for (int i = 0; i < fields.length; i++) {
                if (!matches(fields[i].get(target), known.get(i + 1))) {
                    return false;
                }
            }
            return true;
        } catch (IllegalAccessException | RuntimeException e) {
            return false; // it is being changed
        }
    }

    private boolean matches(@Nullable Object value, @Nullable Object known) {
        if (value == null) {
            return NULL.equals(known);
        }
        if (value instanceof String || value instanceof Number || value instanceof Boolean || value instanceof Enum) {
            return value.equals(known);
        }
        if (value instanceof String[]) {
            return known instanceof List && Arrays.asList((String[]) value).equals(known);
        }
        if (value instanceof Map) {
            return matches((Map<?, ?>) value, known);
        }
        boolean own = value.getClass().getClassLoader() == type.getClassLoader();
        if (own && known instanceof List && !(value instanceof Connection)) {
            return of(value.getClass()).matches(value, (List<?>) known);
        }
        return false;
    }

    private boolean matches(Map<?, ?> map, @Nullable Object known) {
        if (!(known instanceof Map) || ((Map<?, ?>) known).size() != map.size()) {
            return false;
        }
        if (map.isEmpty()) {
            return true;
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String)
                    || !matches(entry.getValue(), ((Map<?, ?>) known).get(entry.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /** The first text among the object's own properties that is a JDBC URL. */
    @Nullable
    String url(Object target) throws IllegalAccessException {
        for (Field field : fields) {
            Object value = readable && field.getType() == String.class ? field.get(target) : null;
            if (value != null && value.toString().startsWith("jdbc:")) {
                return value.toString();
            }
        }
        return null;
    }

    /** The name of a property that can not be read, for the log. */
    String unreadable(Object target) {
        for (Field field : fields) {
            try {
                if (!readable || copy(field.get(target), 0) == null) {
                    return field.getName();
                }
            } catch (IllegalAccessException e) {
                return field.getName();
            }
        }
        return "none";
    }

    private @Nullable List<Object> read(Object target, int depth) {
        if (!readable) {
            return null;
        }
        Object[] values = new Object[fields.length + 1];
        values[0] = type.getName();
        for (int i = 0; i < fields.length; i++) {
            Object value;
            try {
                value = copy(fields[i].get(target), depth);
            } catch (IllegalAccessException e) {
                value = null;
            }
            if (value == null) {
                return null;
            }
            values[i + 1] = value;
        }
        return Arrays.asList(values);
    }

    private @Nullable Object copy(@Nullable Object value, int depth) {
        if (value == null) {
            return NULL;
        }
        if (value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum) {
            return value;
        }
        if (value instanceof char[]) {
            return new String((char[]) value);
        }
        if (value instanceof byte[]) {
            return Arrays.toString((byte[]) value);
        }
        if (value instanceof String[]) {
            return Arrays.asList(((String[]) value).clone());
        }
        if (value instanceof Map) {
            return copyOf((Map<?, ?>) value, depth);
        }
        // A list of a DataSource's own may be a pool; one of its configuration's is configuration.
        if (value instanceof List && depth > 0) {
            return copyOf((List<?>) value, depth);
        }
        boolean own = value.getClass().getClassLoader() == type.getClassLoader();
        return own && depth < DEEPEST && !(value instanceof Connection)
                ? of(value.getClass()).read(value, depth + 1)
                : null;
    }

    private @Nullable Object copyOf(Map<?, ?> map, int depth) {
        Map<Object, Object> copy = new HashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object name = copy(entry.getKey(), depth);
            Object value = copy(entry.getValue(), depth);
            if (name == null || value == null) {
                return null;
            }
            copy.put(name, value);
        }
        return copy;
    }

    private @Nullable Object copyOf(List<?> list, int depth) {
        List<Object> copy = new ArrayList<>(list.size());
        for (Object each : list) {
            Object value = copy(each, depth);
            if (value == null) {
                return null;
            }
            copy.add(value);
        }
        return copy;
    }

    private static boolean isLog(Class<?> type) {
        return PrintWriter.class.isAssignableFrom(type)
                || type.getSimpleName().endsWith("Logger")
                || type.getSimpleName().equals("Log");
    }
}
