package io.poolagent.core.jvm;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs what the agent does for itself with the agent's permissions only: under a SecurityManager (Java up to 23) the
 * application's code, which is further down the stack, may lack them.
 */
public final class Privileged {
    private Privileged() {}

    /** Runs the action and returns its result. */
    public static <T extends @Nullable Object> T call(Supplier<T> action) {
        return AccessController.doPrivileged((PrivilegedAction<T>) action::get);
    }
}
