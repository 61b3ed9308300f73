package io.poolagent.core.intercept;

import java.lang.reflect.Method;
import java.security.AccessController;
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

    @SuppressWarnings("removal")
    private static boolean isBoundNow() {
        try {
            Method method = current;
            if (method == null) {
                method = find();
                current = method;
            }
            Object subject = method.getParameterTypes().length == 0
                    ? method.invoke(null)
                    : method.invoke(null, AccessController.getContext());
            return subject != null;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return true; // not known: then it is not pooled
        }
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
