package legacy.standin.shells;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Calls every method of an object, whatever comes of it, and then looks at what that did to the object's own fields. */
final class Sweep {
    private final Object object;
    private final Class<?> driverClass;
    private final Map<String, Method> methods = new LinkedHashMap<>();
    private final Set<String> broken = new TreeSet<>();

    /**
     * @param object what the application has
     * @param driverClass the class of what the driver made
     */
    Sweep(Object object, Class<?> driverClass) {
        this.object = object;
        this.driverClass = driverClass;
        for (Method method : object.getClass().getMethods()) {
            add(method);
        }
        for (Class<?> at = driverClass; at != null && at != Object.class; at = at.getSuperclass()) {
            for (Method method : at.getDeclaredMethods()) {
                boolean known = Modifier.isPublic(method.getModifiers())
                        || !Modifier.isPrivate(method.getModifiers())
                                && packageOf(at).equals(packageOf(driverClass));
                if (known && at.isInstance(object)) {
                    add(method);
                }
            }
        }
    }

    /** What is neither public nor of the same package can only be called by other packages of the driver's. */
    private static String packageOf(Class<?> type) {
        return type.getName().substring(0, type.getName().lastIndexOf('.'));
    }

    private void add(Method method) {
        String name = method.getName();
        boolean skipped = method.getDeclaringClass() == Object.class
                || Modifier.isStatic(method.getModifiers())
                || name.startsWith("poolAgent")
                || name.equals("finalize")
                || name.equals("close") && method.getParameterCount() == 0 // what comes later would be refused
                || name.equals("abort");
        if (!skipped) {
            StringBuilder key = new StringBuilder(name).append(method.getReturnType());
            for (Class<?> parameter : method.getParameterTypes()) {
                key.append(parameter);
            }
            methods.putIfAbsent(key.toString(), method);
        }
    }

    /** Every class and interface that the driver's object can be cast to, and this one can not. */
    Set<String> missingTypes() {
        Set<String> missing = new TreeSet<>();
        for (Class<?> at = driverClass; at != null; at = at.getSuperclass()) {
            addMissing(at, missing);
        }
        return missing;
    }

    private void addMissing(Class<?> type, Set<String> missing) {
        if (!type.isInstance(object)) {
            missing.add(type.getName());
        }
        for (Class<?> each : type.getInterfaces()) {
            addMissing(each, missing);
        }
    }

    /** Calls them all; what the driver throws is no matter, but what the JVM throws at links is. */
    void callAll() {
        for (Method method : methods.values()) {
            if (Modifier.isAbstract(method.getModifiers())
                    && !method.getDeclaringClass().isInterface()) {
                broken.add("abstract " + method);
            }
            try {
                method.setAccessible(true);
                method.invoke(object, arguments(method));
            } catch (InvocationTargetException e) {
                Throwable cause = e.getCause();
                boolean links = cause instanceof LinkageError && !(cause instanceof NoClassDefFoundError);
                if (links && !(cause instanceof ExceptionInInitializerError) || cause instanceof ClassCastException) {
                    broken.add(cause + " by " + method);
                }
            } catch (IllegalAccessException | RuntimeException e) {
                broken.add(e + " by " + method);
            }
        }
    }

    private static Object[] arguments(Method method) {
        Class<?>[] types = method.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = types[i].isPrimitive() ? Array.get(Array.newInstance(types[i], 1), 0) : null;
        }
        return arguments;
    }

    int calls() {
        return methods.size();
    }

    Set<String> broken() {
        return broken;
    }

    /** The driver's fields in the object that do not have the value any more which an object without constructor has. */
    Set<String> touchedFields() throws IllegalAccessException {
        Set<String> touched = new TreeSet<>();
        for (Class<?> at = driverClass; at != null && at != Object.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && at.isInstance(object)) {
                    field.setAccessible(true);
                    Object value = field.get(object);
                    Object initial = Array.get(Array.newInstance(field.getType(), 1), 0);
                    if (value != null && !value.equals(initial)) {
                        touched.add(at.getSimpleName() + "." + field.getName());
                    }
                }
            }
        }
        return touched;
    }
}
