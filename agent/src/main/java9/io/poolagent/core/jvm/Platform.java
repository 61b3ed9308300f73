package io.poolagent.core.jvm;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.util.Collections;
import java.util.HashMap;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What differs between Java versions, as Java 9 and up have it; see the class of the same name for Java 8. The core
 * sits in the unnamed module of its own loader, and packages are opened to that module only.
 */
public final class Platform {
    private Platform() {}

    /** Whether {@code Reference.reachabilityFence} exists. */
    public static boolean hasFence() {
        return true;
    }

    /** Opens packages of the module that a class is in to the core, and to nobody else. */
    public static void open(Instrumentation instrumentation, Class<?> inModule, String... packages) {
        Set<Module> core = Collections.singleton(Platform.class.getModule());
        Map<String, Set<Module>> opens = new HashMap<>();
        for (String each : packages) {
            opens.put(each, core);
        }
        instrumentation.redefineModule(
                inModule.getModule(),
                Collections.emptySet(),
                Collections.emptyMap(),
                opens,
                Collections.emptySet(),
                Collections.emptyMap());
    }

    /** Whether the package of a public type is exported to everybody. */
    public static boolean exports(Class<?> type) {
        return type.getModule().isExported(type.getPackageName());
    }

    /** A thread that is not started yet and inherits no thread-locals. */
    public static Thread thread(ThreadGroup group, Runnable task, String name) {
        return new Thread(group, task, name, 0, false);
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
        if (neighbour.getModule().isNamed()) {
            open(instrumentation, neighbour, neighbour.getPackageName());
        }
        return MethodHandles.privateLookupIn(neighbour, MethodHandles.lookup()).defineClass(bytes);
    }

    /**
     * The innermost frame of the current thread whose class is accepted, and whose method is not to be passed over.
     *
     * @param passed is given the name of a frame's method as something to ask for: it is costly
     * @return those passed over and that one, innermost first, each for {@link #element} and {@link #className}; null
     *     where there is none, or too many are passed over
     */
    public static Object @Nullable [] callerFrames(Predicate<Class<?>> accepted, BiPredicate<Class<?>, Supplier<String>> passed) {
        return StackFrames.first(accepted, passed);
    }

    /** A frame of {@link #callerFrames}, with names and line. */
    public static StackTraceElement element(Object frame) {
        return ((StackWalker.StackFrame) frame).toStackTraceElement();
    }

    /** The name of the class of a frame of {@link #callerFrames}. */
    public static String className(Object frame) {
        return ((StackWalker.StackFrame) frame).getClassName();
    }

    /** Where in its method's code a frame of {@link #callerFrames} is: what tells its line, and costs less. */
    public static int codeIndex(Object frame) {
        return ((StackWalker.StackFrame) frame).getByteCodeIndex();
    }

    /** How many frames a throwable has captured; 0 where the JVM does not say. */
    public static int depth(Throwable captured) {
        return StackFrames.depth(captured);
    }

    /** Apart, so that nothing of it is loaded before the first connection. */
    private static final class StackFrames {
        private static final StackWalker WALKER =
                StackWalker.getInstance(Set.of(StackWalker.Option.RETAIN_CLASS_REFERENCE), 16);
        /** Naming a method costs more than walking over its frame: from here on a whole stack is the cheaper one. */
        private static final int MOST_ASKED = 8;

        private static final @Nullable MethodHandle DEPTH = depth();

        static Object @Nullable [] first(Predicate<Class<?>> accepted, BiPredicate<Class<?>, Supplier<String>> passed) {
            return WALKER.walk(frames -> {
                Iterator<StackWalker.StackFrame> each = frames.iterator();
                Object[] over = {};
                while (each.hasNext() && over.length <= MOST_ASKED) {
                    StackWalker.StackFrame frame = each.next();
                    Class<?> type = frame.getDeclaringClass();
                    if (accepted.test(type)) {
                        over = Arrays.copyOf(over, over.length + 1);
                        over[over.length - 1] = frame;
                        if (!passed.test(type, frame::getMethodName)) {
                            return over;
                        }
                    }
                }
                return null;
            });
        }

        static int depth(Throwable captured) {
            try {
                return DEPTH == null ? 0 : (int) DEPTH.invokeExact(captured);
            } catch (Throwable e) {
                return 0;
            }
        }

        private static @Nullable MethodHandle depth() {
            try {
                Field field = Throwable.class.getDeclaredField("depth");
                field.setAccessible(true);
                return MethodHandles.lookup().unreflectGetter(field);
            } catch (ReflectiveOperationException | RuntimeException e) {
                return null;
            }
        }
    }
}
