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
        String name = className + "." + method;
        Boolean known = BY_NAME.get(name);
        if (known == null) {
            known = false;
            for (Class<?> each : Agents.loadedClasses()) {
                if (each.getName().equals(className)) {
                    known |= isOne(each, method);
                }
            }
            if (BY_NAME.size() < MOST_KNOWN) {
                BY_NAME.put(name, known);
            }
        }
        return known;
    }

    /** Whether a loaded class of that name comes from a folder of classes, as no library does. */
    static boolean isInFolder(String className) {
        Boolean known = IN_FOLDER.get(className);
        if (known == null) {
            known = false;
            for (Class<?> each : Agents.loadedClasses()) {
                if (each.getName().equals(className)) {
                    known |= Privileged.call(() -> comesFromFolder(each));
                }
            }
            if (IN_FOLDER.size() < MOST_KNOWN) {
                IN_FOLDER.put(className, known);
            }
        }
        return known;
    }

    private static boolean comesFromFolder(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source != null
                && source.getLocation() != null
                && source.getLocation().getPath().endsWith("/");
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
