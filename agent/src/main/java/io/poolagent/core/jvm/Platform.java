package io.poolagent.core.jvm;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.security.ProtectionDomain;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What differs between Java versions, as Java 8 has it. On Java 9 and up the class of the same name below
 * {@code core9/} of the agent's jar takes its place: direct calls there, because reflection on those methods costs 15
 * to 20 ms of start-up on Java 25. Any thread may call any method.
 */
public final class Platform {
    private Platform() {}

    /** Whether {@code Reference.reachabilityFence} exists. */
    public static boolean hasFence() {
        return false;
    }

    /** Opens packages of the module that a class is in to the core, and to nobody else. */
    @SuppressWarnings("unused")
    public static void open(Instrumentation instrumentation, Class<?> inModule, String... packages) {
        // Java 8 has no modules
    }

    /** Whether the package of a public type is exported to everybody. */
    public static boolean exports(Class<?> type) {
        return type != null;
    }

    /** A thread that is not started yet and, where the JVM can do that, inherits no thread-locals. */
    public static Thread thread(ThreadGroup group, Runnable task, String name) {
        return new Thread(group, task, name);
    }

    /**
     * Defines a class in the package, loader and protection domain of another.
     *
     * @param neighbour the class that is there already
     * @param name the new class's binary name
     * @param bytes its class file
     * @throws ReflectiveOperationException where the JVM does not allow it
     * @throws LinkageError where the class file is refused
     */
    @SuppressWarnings("unused")
    public static Class<?> define(Instrumentation instrumentation, Class<?> neighbour, String name, byte[] bytes)
            throws ReflectiveOperationException {
        // Appending to the bootstrap class path instead would need a temporary file, for the bridge, and could not
        // define a class in a driver's own package.
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

    /**
     * The innermost frame of the current thread whose class is accepted, and whose method is not to be passed over.
     *
     * @param passed is given the name of a frame's method as something to ask for: it is costly
     * @return those passed over and that one, innermost first, each for {@link #element} and {@link #className}; null
     *     where the JVM can not walk a part of a stack
     */
    @SuppressWarnings("unused")
    public static Object @Nullable [] callerFrames(
            Predicate<Class<?>> accepted, BiPredicate<Class<?>, Supplier<String>> passed) {
        return null;
    }

    /** A frame of {@link #callerFrames}, with names and line. */
    public static StackTraceElement element(Object frame) {
        throw new UnsupportedOperationException(String.valueOf(frame));
    }

    /** The name of the class of a frame of {@link #callerFrames}. */
    public static String className(Object frame) {
        throw new UnsupportedOperationException(String.valueOf(frame));
    }

    /** Where in its method's code a frame of {@link #callerFrames} is: what tells its line, and costs less. */
    public static int codeIndex(Object frame) {
        throw new UnsupportedOperationException(String.valueOf(frame));
    }

    /** How many frames a throwable has captured; 0 where that would be costly to say. */
    @SuppressWarnings("unused")
    public static int depth(Throwable captured) {
        return 0;
    }
}
