package io.poolagent.core.database;

import io.poolagent.core.jvm.Privileged;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** What a driver keeps to itself, by reflection; drivers of another version may not have it. */
final class DriverFields {
    private DriverFields() {}

    /** The value of a field of the object's class or a superclass; null where there is no such field. */
    static @Nullable Object get(Object object, String name) throws ReflectiveOperationException {
        Field field = find(object.getClass(), name);
        return field == null ? null : field.get(object);
    }

    /** Sets a field of the object's class or a superclass, where there is one. */
    static void set(Object object, String name, Object value) throws ReflectiveOperationException {
        Field field = find(object.getClass(), name);
        if (field != null) {
            field.set(object, value);
        }
    }

    /** A field of a class or a superclass; null where there is none. */
    static @Nullable Field find(Class<?> type, String name) {
        return Privileged.call(() -> findAndOpen(type, name)); // a driver below us on the stack may not be allowed to
    }

    private static @Nullable Field findAndOpen(Class<?> type, String name) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field;
                }
            }
        }
        return null;
    }

    /** Calls a method of the object's class or a superclass with one argument or none. */
    static @Nullable Object call(@Nullable Object object, String name, Object... arguments)
            throws ReflectiveOperationException {
        if (object == null) {
            throw new NoSuchMethodException("nothing to call " + name + " on");
        }
        Method method = Privileged.call(() -> findAndOpen(object.getClass(), name, arguments));
        if (method == null) {
            throw new NoSuchMethodException(object.getClass().getName() + "." + name);
        }
        try {
            return method.invoke(object, arguments);
        } catch (InvocationTargetException e) {
            throw new ReflectiveOperationException(name + " failed", e.getCause());
        }
    }

    private static @Nullable Method findAndOpen(Class<?> type, String name, Object... arguments) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            for (Method method : at.getDeclaredMethods()) {
                if (method.getName().equals(name) && accepts(method.getParameterTypes(), arguments)) {
                    method.setAccessible(true);
                    return method;
                }
            }
        }
        return null;
    }

    /** As {@link #call}, without arguments; nothing happens where there is no object. */
    static void callIfPresent(@Nullable Object object, String name) throws ReflectiveOperationException {
        if (object != null) {
            call(object, name);
        }
    }

    private static boolean accepts(Class<?>[] parameters, Object[] arguments) {
        if (parameters.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < arguments.length; i++) {
            if (!parameters[i].isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }
}
