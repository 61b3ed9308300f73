package io.poolagent.core.handle;

import io.poolagent.core.jvm.Privileged;
import java.io.ByteArrayInputStream;
import java.io.CharArrayReader;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ParameterMetaData;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLXML;
import java.sql.Statement;
import java.sql.Struct;
import java.util.Date;
import java.util.UUID;

/** What an object that a driver returned needs. */
enum Kind {
    /** Nothing: it holds no part of the connection. */
    VALUE,
    /** A handle of its own. */
    CONNECTION,
    /** A handle of its own. */
    STATEMENT,
    /** A handle of its own. */
    RESULT_SET,
    /** A handle of its own. */
    METADATA,
    /** It may use the connection: the connection's handle stays reachable as long as it is. */
    HELD,
    /** As HELD, and used after close it would reach into the next lease: the connection is not reused. */
    ESCAPING;

    private static final ClassValue<Kind> KINDS = new ClassValue<Kind>() {
        @Override
        protected Kind computeValue(Class<?> type) {
            return Privileged.call(() -> compute(type));
        }
    };

    private static final int DEEPEST = 3;

    /** The kind of an object by its class. */
    static Kind of(Class<?> type) {
        return KINDS.get(type);
    }

    boolean wrapped() {
        return this == CONNECTION || this == STATEMENT || this == RESULT_SET || this == METADATA;
    }

    private static Kind compute(Class<?> type) {
        if (PoolAgentHandle.class.isAssignableFrom(type)) {
            return VALUE;
        }
        if (Connection.class.isAssignableFrom(type)) {
            return CONNECTION;
        }
        if (Statement.class.isAssignableFrom(type)) {
            return STATEMENT;
        }
        if (ResultSet.class.isAssignableFrom(type)) {
            return RESULT_SET;
        }
        if (isAny(type, DatabaseMetaData.class, ResultSetMetaData.class, ParameterMetaData.class)) {
            return METADATA;
        }
        if (isAny(type, Blob.class, Clob.class, Array.class, Ref.class, Struct.class, SQLXML.class)) {
            return ESCAPING;
        }
        if (isAny(type, ByteArrayInputStream.class, StringReader.class, CharArrayReader.class)) {
            return VALUE;
        }
        if (isAny(type, InputStream.class, Reader.class)) {
            return ESCAPING; // it may read from the connection, whoever has that
        }
        return type.isArray() || type.isEnum() || isJdk(type) || isData(type, 0) ? VALUE : HELD;
    }

    /** Whether a driver's class (a point, an interval, a JSON text) consists of plain values all the way down. */
    private static boolean isData(Class<?> type, int depth) {
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                Class<?> part = field.getType();
                while (part.isArray()) {
                    part = part.getComponentType();
                }
                boolean plain = Modifier.isStatic(field.getModifiers())
                        || part.isPrimitive()
                        || part.isEnum()
                        || isJdkValue(part)
                        || !part.isInterface()
                                && part.getClassLoader() == type.getClassLoader()
                                && depth < DEEPEST
                                && isData(part, depth + 1);
                if (!plain) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isJdkValue(Class<?> type) {
        return type == String.class
                || Number.class.isAssignableFrom(type) && isJdk(type)
                || type == Boolean.class
                || type == Character.class
                || Date.class.isAssignableFrom(type) && isJdk(type)
                || type == UUID.class
                || type.getName().startsWith("java.time.");
    }

    private static boolean isAny(Class<?> type, Class<?>... candidates) {
        for (Class<?> candidate : candidates) {
            if (candidate.isAssignableFrom(type)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == Connection.class.getClassLoader();
    }
}
