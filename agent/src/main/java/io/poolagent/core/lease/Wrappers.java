package io.poolagent.core.lease;

import java.io.Closeable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Classes of the application's own that keep a connection in a field and can be told to give it up, as declared: whoever
 * makes or opens such an object has to close it. Stateless; any thread may use it.
 */
final class Wrappers {
    /** How methods are called that give a connection up. */
    private static final Pattern CLOSING = Pattern.compile(
            "(?:close|release|free|dispose|destroy|disconnect|shutdown|shut|stop|end|finish|done|cleanup|cleanUp|commit|rollback|terminate|logout|logoff)(?:All|Connection|Conn|Con|Db|DB|Database|Session|Transaction|Tx)?");

    /** How methods are called that let an object connect. */
    private static final Pattern OPENING = Pattern.compile(
            "(?:re)?(?:open|connect|begin|logon|login)(?:Connection|Conn|Con|Db|DB|Database|Session|Transaction|Tx)?"
                    + "|(?:create|init|establish|make|obtain|acquire|setup|setUp|ensure|start|connectTo)(?:Connection|Conn|Con|Connected|Db|DB|Database|Open|Transaction|Tx)");

    private Wrappers() {}

    /** Whether objects of a class keep a connection until they are told to give it up. */
    static boolean is(Class<?> type) {
        return isNoneOfJdk(type) && canBeClosed(type) && keeps(type, false);
    }

    /** As {@link #is}, also where it is the class that keeps one. */
    static boolean isItself(Class<?> type) {
        return isNoneOfJdk(type) && canBeClosed(type) && keeps(type, true);
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

    private static boolean canBeClosed(Class<?> type) {
        return AutoCloseable.class.isAssignableFrom(type) || hasClosing(type);
    }

    private static boolean hasClosing(Class<?> type) {
        for (Class<?> at = type; at != null && isNoneOfJdk(at); at = at.getSuperclass()) {
            for (Method each : at.getDeclaredMethods()) {
                if (each.getParameterCount() == 0
                        && !Modifier.isPrivate(each.getModifiers())
                        && CLOSING.matcher(each.getName()).matches()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean keeps(Class<?> type, boolean statically) {
        for (Class<?> at = type; at != null && isNoneOfJdk(at); at = at.getSuperclass()) {
            if (Arrays.stream(at.getDeclaredFields()).anyMatch(each -> isKeeping(each, statically))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isKeeping(Field field, boolean statically) {
        return (statically || !Modifier.isStatic(field.getModifiers()))
                && Connection.class.isAssignableFrom(field.getType());
    }
}
