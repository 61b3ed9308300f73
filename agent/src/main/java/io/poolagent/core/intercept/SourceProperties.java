package io.poolagent.core.intercept;

import io.poolagent.core.database.Databases;
import io.poolagent.core.jvm.Fields;
import java.io.PrintWriter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The property values of a DataSource class, read from its fields at each acquire: legacy code makes a new DataSource
 * per request, so the values count and not the object, and a value changed by a setter, or inside a Properties object,
 * is seen. Reading them takes about as long as a look into a map of instances would.
 */
final class SourceProperties {
    private static final ClassValue<SourceProperties> ALL = new ClassValue<SourceProperties>() {
        @Override
        protected SourceProperties computeValue(Class<?> type) {
            return new SourceProperties(type);
        }
    };

    private final List<Field> fields = new ArrayList<>();
    private final Object[] names;
    private @Nullable String unreadable;

    private SourceProperties(Class<?> type) {
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                boolean counts = !Modifier.isStatic(field.getModifiers())
                        && !isLog(field.getType())
                        && !Databases.ignoredField(at.getName(), field.getName());
                if (counts) {
                    add(field);
                }
            }
        }
        names = new Object[fields.size() + 2];
        Arrays.fill(names, "");
    }

    static SourceProperties of(Class<?> type) {
        return ALL.get(type);
    }

    /** Why the values can not all be read, as the end of a sentence. */
    String unreadable() {
        String why = unreadable;
        return why == null ? "not all of its properties can be read" : why;
    }

    /** The key of a connect by this object as it is now; null where not every value can be read. */
    @Nullable
    ConnectKey key(DataSource source, boolean login, @Nullable String user, @Nullable String password) {
        if (unreadable != null) {
            return null;
        }
        Object[] values = new Object[names.length];
        int at = 0;
        for (Field field : fields) {
            Object value;
            try {
                value = copy(field.get(source));
            } catch (IllegalAccessException e) {
                value = null;
            }
            if (value == null) {
                return null;
            }
            values[at++] = value;
        }
        values[at++] = login ? Collections.singletonList(user) : "";
        values[at] = login ? Collections.singletonList(password) : "";
        return new ConnectKey(null, names, values, Environment.now(new String[0]));
    }

    private void add(Field field) {
        if (!Fields.open(field)) {
            unreadable = "its field " + field.getName() + " can not be read";
        }
        fields.add(field);
    }

    private static boolean isLog(Class<?> type) {
        return PrintWriter.class.isAssignableFrom(type)
                || type.getSimpleName().endsWith("Logger")
                || type.getSimpleName().equals("Log");
    }

    /** A copy that equals copies of equal values; null where the value is of a kind that can not be compared. */
    private static @Nullable Object copy(@Nullable Object value) {
        if (value == null) {
            return "\0null";
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
        return value instanceof Map ? copyOf((Map<?, ?>) value) : null;
    }

    private static @Nullable Object copyOf(Map<?, ?> map) {
        Map<Object, Object> copy = new HashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object name = copy(entry.getKey());
            Object value = copy(entry.getValue());
            if (name == null || value == null) {
                return null;
            }
            copy.put(name, value);
        }
        return copy;
    }
}
