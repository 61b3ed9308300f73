package io.poolagent.core.jvm;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.security.ProtectionDomain;

/**
 * Defines a class beside another: in the same package and loader. On Java 9 and up by a private lookup, after its
 * module was opened to the core; on Java 8 by {@code sun.misc.Unsafe}, which needs no temporary file as appending to
 * the bootstrap class path would, and leaves class data sharing on.
 */
public final class Definer {
    private Definer() {}

    /**
     * Defines a class in the package, loader and protection domain of another.
     *
     * @param neighbour the class that is there already
     * @param name the new class's binary name, in the same package
     * @param bytes its class file
     * @throws ReflectiveOperationException where the JVM does not allow it
     * @throws LinkageError where the class file is refused
     */
    public static Class<?> define(Instrumentation instrumentation, Class<?> neighbour, String name, byte[] bytes)
            throws ReflectiveOperationException {
        try {
            if (Modules.exist()) {
                Modules.open(instrumentation, neighbour, Modules.packageOf(neighbour));
                Lookup lookup = (Lookup) MethodHandles.class
                        .getMethod("privateLookupIn", Class.class, Lookup.class)
                        .invoke(null, neighbour, MethodHandles.lookup());
                return (Class<?>)
                        Lookup.class.getMethod("defineClass", byte[].class).invoke(lookup, (Object) bytes);
            }
            return onJava8(neighbour, name, bytes);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof LinkageError) {
                throw (LinkageError) e.getCause();
            }
            throw e;
        }
    }

    private static Class<?> onJava8(Class<?> neighbour, String name, byte[] bytes) throws ReflectiveOperationException {
        Class<?> unsafe = Class.forName("sun.misc.Unsafe");
        Field field = unsafe.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        return (Class<?>) unsafe.getMethod(
                        "defineClass",
                        String.class,
                        byte[].class,
                        int.class,
                        int.class,
                        ClassLoader.class,
                        ProtectionDomain.class)
                .invoke(
                        field.get(null),
                        name,
                        bytes,
                        0,
                        bytes.length,
                        neighbour.getClassLoader(),
                        neighbour.getProtectionDomain());
    }
}
