package io.poolagent.core.jvm;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JVM's instrumentation, for whoever defines or retransforms classes later. */
public final class Agents {
    private static volatile @Nullable Instrumentation instrumentation;

    private Agents() {}

    /** Called once, at start-up. */
    public static void install(Instrumentation given) {
        instrumentation = given;
    }

    /** Whether the agent has started and is not switched off. */
    public static boolean isInstalled() {
        return instrumentation != null;
    }

    /** Every class that is loaded now, of all loaders; none before the start-up. */
    public static Class<?>[] loadedClasses() {
        Instrumentation known = instrumentation;
        return known == null ? new Class<?>[0] : known.getAllLoadedClasses();
    }

    /** Those of {@link #loadedClasses()} that have a name: more than one where several loaders have it. Costs milliseconds. */
    public static List<Class<?>> loadedClasses(String name) {
        List<Class<?>> found = new ArrayList<>();
        for (Class<?> each : loadedClasses()) {
            if (each.getName().equals(name)) {
                found.add(each);
            }
        }
        return found;
    }

    /**
     * The JVM's instrumentation.
     *
     * @throws IllegalStateException before the start-up
     */
    public static Instrumentation instrumentation() {
        Instrumentation known = instrumentation;
        if (known == null) {
            throw new IllegalStateException("the agent has not started");
        }
        return known;
    }
}
