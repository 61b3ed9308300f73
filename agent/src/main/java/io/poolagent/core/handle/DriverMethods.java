package io.poolagent.core.handle;

import io.poolagent.core.jvm.Platform;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** Reads a driver's class: its public interfaces, and the methods that a handle must answer. */
final class DriverMethods {
    private final Class<?> type;
    private final Kind kind;
    private final Set<Class<?>> interfaces = new LinkedHashSet<>();
    private final Set<String> standard = new HashSet<>();

    DriverMethods(Class<?> type, Kind kind) {
        this.type = type;
        this.kind = kind;
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            collect(at);
        }
        for (Class<?> each : interfaces) {
            if (each.getName().startsWith("java.")) {
                for (Method method : each.getMethods()) {
                    standard.add(signature(method));
                }
            }
        }
    }

    /** The public interfaces that a class in a child of the driver's loader can implement. */
    Set<Class<?>> interfaces() {
        return interfaces;
    }

    /** Calls for a handle that is no subclass: every method of the public interfaces. */
    Collection<Call> throughInterfaces() {
        Map<String, Call> calls = new LinkedHashMap<>();
        for (Class<?> each : interfaces) {
            for (Method method : each.getMethods()) {
                if (!Modifier.isStatic(method.getModifiers())) {
                    put(calls, method, method.getDeclaringClass(), Opcodes.ACC_PUBLIC, treatment(method));
                }
            }
        }
        putToString(calls);
        return calls.values();
    }

    /** Calls for a handle that is a subclass in the driver's own package: whatever can be overridden. */
    Collection<Call> throughClass() {
        Map<String, Call> calls = new LinkedHashMap<>();
        Set<String> finals = new HashSet<>();
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            for (Method method : at.getDeclaredMethods()) {
                int modifiers = method.getModifiers();
                boolean reachable = isReachable(method);
                if (Modifier.isStatic(modifiers) || Modifier.isPrivate(modifiers) || !reachable) {
                    continue;
                }
                if (Modifier.isFinal(modifiers)) {
                    finals.add(new Call(method, at, Treatment.internal(), 0).key());
                    continue;
                }
                int access = Modifier.isPublic(modifiers)
                        ? Opcodes.ACC_PUBLIC
                        : Modifier.isProtected(modifiers) ? Opcodes.ACC_PROTECTED : 0;
                put(
                        calls,
                        method,
                        type,
                        access,
                        Modifier.isPublic(modifiers) ? treatment(method) : Treatment.internal());
            }
        }
        for (Call call : throughInterfaces()) {
            calls.putIfAbsent(call.key(), call);
        }
        calls.keySet().removeAll(finals);
        return calls.values();
    }

    /** The instance methods of the class and its superclasses that a subclass can not override, by declaring class. */
    Map<Class<?>, List<Call>> finals() {
        Map<Class<?>, List<Call>> finals = new LinkedHashMap<>();
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            for (Method method : at.getDeclaredMethods()) {
                int modifiers = method.getModifiers();
                if (Modifier.isFinal(modifiers)
                        && !Modifier.isStatic(modifiers)
                        && !Modifier.isPrivate(modifiers)
                        && !Modifier.isNative(modifiers)
                        && isReachable(method)) {
                    Treatment treatment = Modifier.isPublic(modifiers) ? treatment(method) : Treatment.internal();
                    finals.computeIfAbsent(at, key -> new ArrayList<>()).add(new Call(method, at, treatment, 0));
                }
            }
        }
        return finals;
    }

    /** A protected method of another package can not be called on another object, and no application calls it. */
    private boolean isReachable(Method method) {
        return Modifier.isPublic(method.getModifiers())
                || packageOf(method.getDeclaringClass()).equals(packageOf(type))
                        && method.getDeclaringClass().getClassLoader() == type.getClassLoader();
    }

    private static String packageOf(Class<?> type) {
        String name = type.getName();
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    private Treatment treatment(Method method) {
        return Treatment.of(kind, method, standard.contains(signature(method)));
    }

    private static void put(Map<String, Call> calls, Method method, Class<?> owner, int access, Treatment treatment) {
        Call call = new Call(method, owner, treatment, access);
        String name = method.getName();
        boolean own = name.equals("hashCode") && method.getParameterCount() == 0
                || name.equals("equals") && call.descriptor.equals("(Ljava/lang/Object;)Z")
                || name.equals("finalize") && method.getParameterCount() == 0;
        if (!own) {
            calls.putIfAbsent(call.key(), call);
        }
    }

    private void putToString(Map<String, Call> calls) {
        try {
            Method method = Object.class.getMethod("toString");
            put(calls, method, Object.class, Opcodes.ACC_PUBLIC, Treatment.of(kind, method, true));
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private void collect(Class<?> at) {
        for (Class<?> each : at.getInterfaces()) {
            if (Modifier.isPublic(each.getModifiers()) && isVisible(each)) {
                interfaces.add(each);
            }
            collect(each);
        }
        if (at.isInterface() && Modifier.isPublic(at.getModifiers()) && isVisible(at)) {
            interfaces.add(at);
        }
    }

    private boolean isVisible(Class<?> each) {
        try {
            return Class.forName(each.getName(), false, type.getClassLoader()) == each && Platform.exports(each);
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static String signature(Method method) {
        StringBuilder text = new StringBuilder(method.getName());
        for (Class<?> parameter : method.getParameterTypes()) {
            text.append(',').append(parameter.getName());
        }
        return text.toString();
    }
}
