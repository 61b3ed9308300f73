package io.poolagent.core.lease;

import io.poolagent.core.jvm.Agents;
import io.poolagent.core.jvm.Privileged;
import java.security.CodeSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Methods that hand a connection on: whoever calls {@code Db.getConnection()} has to close it, so a leak is the caller's.
 * Found by the method's name, since a stack does not tell its parameters. Any thread may use it.
 */
final class Providers {
    private static final int MOST_KNOWN = 10_000;
    private static final ConcurrentHashMap<String, Handing> BY_NAME = new ConcurrentHashMap<>();
    private static final ConcurrentHashMap<String, Boolean> IN_FOLDER = new ConcurrentHashMap<>();

    private static final ClassValue<OfClass> OF_CLASS = new ClassValue<OfClass>() {
        @Override
        protected OfClass computeValue(Class<?> type) {
            return new OfClass(Declarations.of(type));
        }
    };

    private Providers() {}

    /**
     * What a method is.
     *
     * @param method gives its name, which is costly: asked only where the class has such methods
     * @param isAfterFunction whether it matters that one is {@link Handing#GENERIC}
     */
    static Handing handing(Class<?> type, Supplier<String> method, boolean isAfterFunction) {
        OfClass known = OF_CLASS.get(type);
        return known.isMore || isAfterFunction && !known.methods.isEmpty() ? known.of(method.get()) : Handing.NONE;
    }

    /** What a method of any loaded class of that name is; costs milliseconds the first time. */
    static Handing handing(String className, String method) {
        return known(
                BY_NAME,
                className + "." + method,
                className,
                Handing.NONE,
                each -> OF_CLASS.get(each).of(method));
    }

    /** Whether a loaded class of that name comes from a folder of classes, as no library does. */
    static boolean isInFolder(String className) {
        return known(IN_FOLDER, className, className, false, each -> Privileged.call(() -> comesFromFolder(each)));
    }

    /** What is known under a name, or holds for any loaded class of a name. */
    private static <T> T known(
            ConcurrentHashMap<String, T> answers,
            String name,
            String className,
            T none,
            Function<Class<?>, T> question) {
        T known = answers.get(name);
        if (known == null) {
            known = none;
            for (Class<?> each : Agents.loadedClasses(className)) {
                known = known.equals(none) ? question.apply(each) : known;
            }
            if (answers.size() < MOST_KNOWN) {
                answers.put(name, known);
            }
        }
        return known;
    }

    private static boolean comesFromFolder(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null
                || source.getLocation() == null
                || type.getClassLoader() == Providers.class.getClassLoader()) {
            return false;
        }
        String path = source.getLocation().getPath();
        return path.endsWith("/") && !path.endsWith(".jar!/"); // a jar inside a jar is no folder
    }

    /** The methods of a class. Names only: nothing here keeps a class alive. */
    private static final class OfClass {
        private final Map<String, Handing> methods;
        /** Whether one is more than {@link Handing#GENERIC}. */
        private final boolean isMore;

        OfClass(Map<String, Handing> methods) {
            this.methods = methods;
            this.isMore = methods.values().stream().anyMatch(each -> each != Handing.GENERIC);
        }

        Handing of(String method) {
            return methods.getOrDefault(method, Handing.NONE);
        }
    }
}
