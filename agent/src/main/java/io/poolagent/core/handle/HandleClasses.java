package io.poolagent.core.handle;

import io.poolagent.core.jvm.Agents;
import io.poolagent.core.jvm.Platform;
import io.poolagent.core.report.Level;
import io.poolagent.core.report.Log;
import java.lang.ref.WeakReference;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * Makes the class of handles for a driver's class: where it can, a subclass in the driver's own package, so that casts
 * to the driver's class work; else a class in a child of the driver's loader with all its public interfaces.
 */
final class HandleClasses {
    private static final String SUFFIX = "$PoolAgent";

    private final Map<Class<?>, WeakReference<Class<?>>> defined = new WeakHashMap<>();

    /** Returns null, and says why in the log, where neither way works. */
    synchronized @Nullable Class<?> define(Class<?> type, Kind kind) {
        WeakReference<Class<?>> known = defined.get(type);
        Class<?> handle = known == null ? null : known.get();
        if (handle == null) {
            handle = make(type, new DriverMethods(type, kind));
            if (handle != null) {
                defined.put(type, new WeakReference<>(handle));
            }
        }
        return handle;
    }

    private static @Nullable Class<?> make(Class<?> type, DriverMethods methods) {
        if (canExtend(type)) {
            try {
                if (Prologues.request(methods.finals())) {
                    return extend(type, methods);
                }
            } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
                if (Log.isOn(Level.DEBUG)) {
                    Log.debug("no subclass handle for " + type.getName() + ": " + e);
                }
            }
        }
        try {
            return implement(type, methods);
        } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
            Log.warn("no handle for " + type.getName() + ", its connections are not pooled: " + e);
            return null;
        }
    }

    /** A class of the JDK's own (a Proxy, a cached row set) is not extended; final classes can not be. */
    private static boolean canExtend(Class<?> type) {
        return !Modifier.isFinal(type.getModifiers())
                && type.getClassLoader() != null
                && type.getClassLoader() != java.sql.Connection.class.getClassLoader()
                && !java.lang.reflect.Proxy.isProxyClass(type)
                && !type.isAnonymousClass();
    }

    private static Class<?> extend(Class<?> type, DriverMethods methods) throws ReflectiveOperationException {
        String name = type.getName() + SUFFIX;
        String internal = Type.getInternalName(type);
        HandleWriter writer =
                new HandleWriter(internal + SUFFIX, internal, internal, Arrays.asList(type.getInterfaces()));
        byte[] bytes = writer.write(methods.throughClass());
        Class<?> made = Platform.define(Agents.instrumentation(), type, name, bytes);
        return Class.forName(made.getName(), true, made.getClassLoader());
    }

    private static Class<?> implement(Class<?> type, DriverMethods methods) throws ClassNotFoundException {
        Set<Class<?>> interfaces = methods.interfaces();
        boolean named = type.getName().startsWith("java.") || type.getName().startsWith("jdk.");
        String name = (named ? "io.poolagent.handles." + type.getSimpleName() : type.getName()) + SUFFIX;
        HandleWriter writer =
                new HandleWriter(name.replace('.', '/'), "java/lang/Object", "java/lang/Object", interfaces);
        byte[] bytes = writer.write(methods.throughInterfaces());
        ClassLoader parent = type.getClassLoader() == null ? Platform.class.getClassLoader() : type.getClassLoader();
        Class<?> made = new HandleLoader(parent).define(name, bytes);
        return Class.forName(made.getName(), true, made.getClassLoader());
    }

    private static final class HandleLoader extends ClassLoader {
        HandleLoader(ClassLoader parent) {
            super(parent);
        }

        Class<?> define(String name, byte[] bytes) {
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
