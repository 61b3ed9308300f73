package io.poolagent.core.jvm;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

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
}
