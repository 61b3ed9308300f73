package io.poolagent.core.intercept;

import java.lang.reflect.Method;
import java.security.AccessControlContext;
import java.security.AccessController;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import org.jspecify.annotations.Nullable;

/**
 * Whether a Subject is bound to the calling code: its identity is not in a pool's key, so such connects are not pooled.
 * Asking costs a walk over the stack on Java up to 22; it is spared while the class Subject was never loaded.
 */
final class Subjects {
    private static volatile boolean loaded;
    private static volatile @Nullable Method current;

    private Subjects() {}

    static void loaded(@Nullable String name) {
        if ("javax/security/auth/Subject".equals(name)) {
            loaded = true;
        }
    }

    static boolean isBound() {
        return loaded && isBoundNow();
    }

    private static boolean isBoundNow() {
        try {
            Method method = current;
            if (method == null) {
                method = find();
                current = method;
            }
            return (method.getParameterTypes().length == 0 ? method.invoke(null) : of(method)) != null;
        } catch (ReflectiveOperationException | PrivilegedActionException | RuntimeException e) {
            return true; // not known: then it is not pooled
        }
    }

    /** The caller's own context, asked with the agent's permissions: the driver and the application may lack them. */
    @SuppressWarnings("removal")
    private static @Nullable Object of(Method method) throws PrivilegedActionException {
        AccessControlContext callers = AccessController.getContext();
        PrivilegedExceptionAction<@Nullable Object> ask = () -> method.invoke(null, callers);
        return AccessController.doPrivileged(ask);
    }

    private static Method find() throws ReflectiveOperationException {
        Class<?> type = Class.forName("javax.security.auth.Subject");
        try {
            return type.getMethod("current"); // Java 18 and up
        } catch (NoSuchMethodException e) {
            return type.getMethod("getSubject", java.security.AccessControlContext.class);
        }
    }
}
