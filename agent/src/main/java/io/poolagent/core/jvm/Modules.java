package io.poolagent.core.jvm;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The module system, by reflection: the core is Java 8 code. On Java 8 everything is open. */
public final class Modules {
    private static final @Nullable Method GET_MODULE = method(Class.class, "getModule");

    private Modules() {}

    /** Whether there are modules: Java 9 and up. */
    public static boolean exist() {
        return GET_MODULE != null;
    }

    /** Whether the package of a public type is exported to everybody. */
    public static boolean exports(Class<?> type) {
        if (GET_MODULE == null) {
            return true;
        }
        try {
            Object module = GET_MODULE.invoke(type);
            return (Boolean)
                    module.getClass().getMethod("isExported", String.class).invoke(module, packageOf(type));
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /**
     * Opens packages of the module that a class is in to the core, and to nobody else: the core sits in the unnamed
     * module of its own loader. Does nothing on Java 8.
     */
    public static void open(Instrumentation instrumentation, Class<?> inModule, String... packages)
            throws ReflectiveOperationException {
        if (GET_MODULE == null) {
            return;
        }
        Object module = GET_MODULE.invoke(inModule);
        Set<Object> core = Collections.singleton(GET_MODULE.invoke(Modules.class));
        Map<String, Set<Object>> opens = new HashMap<>();
        for (String each : packages) {
            opens.put(each, core);
        }
        Class<?> type = Class.forName("java.lang.Module");
        Instrumentation.class
                .getMethod("redefineModule", type, Set.class, Map.class, Map.class, Set.class, Map.class)
                .invoke(
                        instrumentation,
                        module,
                        Collections.emptySet(),
                        Collections.emptyMap(),
                        opens,
                        Collections.emptySet(),
                        Collections.emptyMap());
    }

    static String packageOf(Class<?> type) {
        String name = type.getName();
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    private static @Nullable Method method(Class<?> type, String name) {
        try {
            return type.getMethod(name);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }
}
