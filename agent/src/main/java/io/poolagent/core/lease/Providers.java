package io.poolagent.core.lease;

import io.poolagent.core.jvm.Agents;
import io.poolagent.core.jvm.Privileged;
import java.lang.reflect.Method;
import java.security.CodeSource;
import java.sql.Connection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Methods that return a connection: whoever calls {@code Db.getConnection()} has to close it, so a leak is the caller's.
 * Found by the method's name, since a stack does not tell its parameters. Any thread may use it.
 */
final class Providers {
    private static final int MOST_KNOWN = 10_000;
    private static final ConcurrentHashMap<String, Boolean> BY_NAME = new ConcurrentHashMap<>();
    private static final ConcurrentHashMap<String, Boolean> IN_FOLDER = new ConcurrentHashMap<>();

    /** Names only: nothing here keeps a class alive. */
    private static final ClassValue<Set<String>> NAMES = new ClassValue<Set<String>>() {
        @Override
        protected Set<String> computeValue(Class<?> type) {
            return namesIn(type);
        }
    };

    private Providers() {}

    /** Whether a class has any. */
    static boolean areIn(Class<?> type) {
        return !NAMES.get(type).isEmpty();
    }

    static boolean isOne(Class<?> type, String method) {
        return NAMES.get(type).contains(method);
    }

    /** As {@link #isOne(Class, String)}, for any loaded class of that name; costs milliseconds the first time. */
    static boolean isOne(String className, String method) {
        return isKnown(BY_NAME, className + "." + method, className, each -> isOne(each, method));
    }

    /** Whether a loaded class of that name comes from a folder of classes, as no library does. */
    static boolean isInFolder(String className) {
        return isKnown(IN_FOLDER, className, className, each -> Privileged.call(() -> comesFromFolder(each)));
    }

    /** What is known under a name, or holds for any loaded class of a name. */
    private static boolean isKnown(
            ConcurrentHashMap<String, Boolean> answers, String name, String className, Predicate<Class<?>> question) {
        Boolean known = answers.get(name);
        if (known == null) {
            known = false;
            for (Class<?> each : Agents.loadedClasses()) {
                if (each.getName().equals(className)) {
                    known |= question.test(each);
                }
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

    private static Set<String> namesIn(Class<?> type) {
        Set<String> names = new HashSet<>();
        try {
            for (Method method : type.getDeclaredMethods()) {
                if (Connection.class.isAssignableFrom(method.getReturnType())) {
                    names.add(method.getName());
                }
            }
        } catch (RuntimeException | LinkageError e) {
            return Collections.emptySet(); // it names classes that are not there
        }
        return names.isEmpty() ? Collections.emptySet() : names;
    }
}
