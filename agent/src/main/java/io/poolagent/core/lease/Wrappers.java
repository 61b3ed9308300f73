package io.poolagent.core.lease;

import java.io.Closeable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.sql.Connection;
import java.util.regex.Pattern;

/**
 * Classes of the application's own that keep a connection in a field and can be told to give it up, as declared: whoever
 * makes or opens such an object has to close it. Stateless; any thread may use it.
 */
final class Wrappers {
    private static final String WHAT = "(?:all|connection|conn|con|db|database|session|transaction|tx|quietly)?";

    /** How methods are called that give a connection up. */
    private static final Pattern CLOSING =
            Pattern.compile("(?i)(?:do|db)?(?:close|release|free|dispose|destroy|disconnect"
                    + "|shutdown|shut|stop|end|finish|done|cleanup|commit|rollback|terminate|logout|logoff)" + WHAT);

    /** How methods are called that let an object connect. */
    private static final Pattern OPENING = Pattern.compile("(?i)(?:do|db|re)?(?:open|connect|begin|logon|login)" + WHAT
            + "|(?:create|init|establish|make|obtain|acquire|setup|ensure|start|connectTo)"
            + "(?:connection|conn|con|connected|db|database|open|transaction|tx)");

    /** A session has a transaction, which has a connection. */
    private static final int DEEPEST = 2;

    private Wrappers() {}

    /** Whether objects of a class keep a connection until they are told to give it up. */
    static boolean is(Class<?> type) {
        return is(type, false, 0);
    }

    /** As {@link #is}, also where it is the class that keeps one, or the thread for it. */
    static boolean isItself(Class<?> type) {
        return is(type, true, 0);
    }

    private static boolean is(Class<?> type, boolean statically, int depth) {
        try {
            return isNoneOfJdk(type) && canBeClosed(type, statically) && keeps(type, statically, depth);
        } catch (RuntimeException | LinkageError e) {
            return false; // it names classes that are not there
        }
    }

    /**
     * Whether what a method returns has to be closed by whoever gets it, and may close a connection by that. Of an interface
     * that says nothing of connections only one that comes from where the method does: a library's may be a spreadsheet.
     */
    static boolean isReturnedBy(Method method) {
        Class<?> type = method.getReturnType();
        return type == AutoCloseable.class
                || type == Closeable.class
                || (type.isInterface()
                        ? AutoCloseable.class.isAssignableFrom(type)
                                && vendor(type).equals(vendor(method.getDeclaringClass()))
                        : is(type));
    }

    /** The first two parts of its name, as of {@code com.acme}. */
    private static String vendor(Class<?> type) {
        String name = type.getName();
        return name.substring(0, Math.max(0, name.indexOf('.', name.indexOf('.') + 1)));
    }

    /** Whether a method of such a class is one that lets it connect: its result, if any, says whether it has. */
    static boolean isOpening(Method method) {
        Class<?> result = method.getReturnType();
        return (result == void.class
                        || result == boolean.class
                        || result.isAssignableFrom(method.getDeclaringClass()) && result != Object.class)
                && OPENING.matcher(method.getName()).matches();
    }

    private static boolean isNoneOfJdk(Class<?> type) {
        String name = type.getName();
        return !type.isPrimitive() && !type.isArray() && !name.startsWith("java.") && !name.startsWith("javax.");
    }

    /** @param byItself whether by a method of its own that nobody else can call will do */
    private static boolean canBeClosed(Class<?> type, boolean byItself) {
        return AutoCloseable.class.isAssignableFrom(type) || hasClosing(type, byItself);
    }

    private static boolean hasClosing(Class<?> type, boolean byItself) {
        for (Class<?> at = type; at != null && isNoneOfJdk(at); at = at.getSuperclass()) {
            for (Method each : at.getDeclaredMethods()) {
                if (each.getParameterCount() == 0
                        && (byItself || !Modifier.isPrivate(each.getModifiers()))
                        && CLOSING.matcher(each.getName()).matches()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean keeps(Class<?> type, boolean statically, int depth) {
        for (Class<?> at = type; at != null && isNoneOfJdk(at); at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                boolean counts = statically || !Modifier.isStatic(field.getModifiers());
                if (counts && (isKeeping(field.getType(), depth) || statically && isOfThread(field))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A connection, or what has one. */
    private static boolean isKeeping(Class<?> type, int depth) {
        return Connection.class.isAssignableFrom(type)
                || depth < DEEPEST && !type.isInterface() && is(type, false, depth + 1);
    }

    /** As transactions are bound to threads: in a ThreadLocal of connections, or of what nobody says. */
    private static boolean isOfThread(Field field) {
        Type type = field.getGenericType();
        return ThreadLocal.class.isAssignableFrom(field.getType())
                && (type instanceof Class
                        || type instanceof ParameterizedType
                                && ((ParameterizedType) type).getActualTypeArguments()[0] == Connection.class);
    }
}
