package io.poolagent.core.foreign;

import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether it can be seen that what a pool hands out is closed. Where it can not, as in a version of a library that is not
 * known yet, a lease would never end, and would be taken for a leak. Any thread may use it.
 */
final class Ends {
    private static final WeakReference<Class<?>> NONE = new WeakReference<>(null);
    /** Classes of the table, by their internal names, whose closes come to the agent. */
    private static final Set<String> REWRITTEN = ConcurrentHashMap.newKeySet();

    private final Library library;
    /** The class of handles that was looked at last, and is seen to be closed: a pool has hardly ever two. */
    private volatile WeakReference<Class<?>> recent = NONE;

    Ends(Library library) {
        this.library = library;
    }

    static void seenIn(String internalName) {
        REWRITTEN.add(internalName);
    }

    boolean areSeen(Object handle) {
        Class<?> type = handle.getClass();
        if (recent.get() == type) {
            return true;
        }
        boolean seen = library == Libraries.LOGICAL || library.takesBackByMethod() || isSeen(handle, type);
        if (seen) {
            recent = new WeakReference<>(type);
        }
        return seen;
    }

    private static boolean isSeen(Object handle, Class<?> type) {
        if (Proxy.isProxyClass(type)) {
            return isRewritten(Proxy.getInvocationHandler(handle).getClass());
        }
        // a class that was made while the program runs is a proxy of another kind, whose handler can not be asked for
        return type.getName().contains("$$") || isRewritten(type);
    }

    private static boolean isRewritten(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            if (REWRITTEN.contains(at.getName().replace('.', '/'))) {
                return true;
            }
        }
        return false;
    }
}
