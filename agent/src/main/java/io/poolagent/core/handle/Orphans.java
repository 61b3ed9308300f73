package io.poolagent.core.handle;

import io.poolagent.core.jvm.Agents;
import io.poolagent.core.jvm.Fields;
import io.poolagent.core.jvm.Platform;
import io.poolagent.core.jvm.Privileged;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Statements and result sets that outlive their connection: some drivers leave them as they are when the connection is
 * closed, so that rows which were read already can still be looked at. Where the physical connection lives on they are
 * bound to one that is closed: the driver's own fields for the connection, and for its parts (a session, a socket), are
 * given the values of the closed one. Any thread may use it.
 */
public final class Orphans {
    private static final ClassValue<List<Field>> FIELDS = new ClassValue<List<Field>>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return Privileged.call(() -> fields(type));
        }
    };

    private Orphans() {}

    /**
     * Binds an object of the driver's, and the result sets and statements in it, to another connection.
     *
     * @return whether the object referred to the connection and does not any more
     */
    public static boolean bind(Object object, Connection from, ClosedConnection to) {
        try {
            return bind(object, counterparts(from, to), Collections.newSetFromMap(new IdentityHashMap<>()));
        } catch (IllegalAccessException | RuntimeException e) {
            return false;
        }
    }

    /** The fields of an object of the driver's that may hold another of its objects. */
    static List<Field> fieldsOf(Object object) {
        return FIELDS.get(object.getClass());
    }

    /** What a connection consists of: the values of its fields that are the driver's own objects, null among them. */
    static Object[] parts(Connection connection) {
        List<Field> fields = FIELDS.get(connection.getClass());
        Object[] parts = new Object[fields.size()];
        for (int i = 0; i < parts.length; i++) {
            try {
                parts[i] = fields.get(i).get(connection);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        return parts;
    }

    /** The connection and its parts, each with its counterpart. */
    private static IdentityHashMap<Object, Object> counterparts(Connection from, ClosedConnection to) {
        IdentityHashMap<Object, Object> counterparts = new IdentityHashMap<>();
        counterparts.put(from, to.raw());
        if (from.getClass() == to.raw().getClass()) {
            Object[] parts = parts(from);
            for (int i = 0; i < parts.length; i++) {
                Object part = parts[i];
                Object counterpart = to.parts()[i];
                if (part != null
                        && counterpart != null
                        && part != counterpart
                        && part.getClass() == counterpart.getClass()) {
                    counterparts.put(part, counterpart);
                }
            }
        }
        return counterparts;
    }

    private static boolean bind(Object object, IdentityHashMap<Object, Object> parts, Set<Object> seen)
            throws IllegalAccessException {
        boolean bound = false;
        if (seen.add(object)) {
            for (Field field : FIELDS.get(object.getClass())) {
                Object value = field.get(object);
                Object counterpart = value == null ? null : parts.get(value);
                if (counterpart != null) {
                    field.set(object, counterpart);
                    bound = true;
                } else if (value instanceof Statement || value instanceof ResultSet || isContainer(value)) {
                    bound |= bind(value, parts, seen);
                }
            }
        }
        return bound;
    }

    /** A small object of the driver's around a result set, as pgjdbc has it. */
    private static boolean isContainer(Object value) {
        if (value != null && !(value instanceof Connection)) {
            for (Field field : FIELDS.get(value.getClass())) {
                if (ResultSet.class.isAssignableFrom(field.getType())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The fields of the driver's classes that may hold a connection, statement, result set or something around one. */
    private static List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> at = type; at != null && at.getClassLoader() != null; at = at.getSuperclass()) {
            Platform.open(
                    Agents.instrumentation(),
                    at,
                    at.getName().substring(0, Math.max(0, at.getName().lastIndexOf('.'))));
            for (Field field : at.getDeclaredFields()) {
                Class<?> declared = field.getType();
                boolean holds = !Modifier.isStatic(field.getModifiers())
                        && !declared.isPrimitive()
                        && !declared.isArray()
                        && (declared.getClassLoader() == type.getClassLoader()
                                || declared.getName().startsWith("java.sql."));
                if (holds && Fields.open(field)) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }
}
