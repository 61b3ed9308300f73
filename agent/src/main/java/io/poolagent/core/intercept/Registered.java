package io.poolagent.core.intercept;

import io.poolagent.core.jvm.Agents;
import io.poolagent.core.jvm.Fields;
import io.poolagent.core.jvm.Platform;
import io.poolagent.core.jvm.Privileged;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.sql.DriverManager;
import java.util.Collection;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells when a driver has been deregistered: an application is being undeployed then, and its idle connections must not
 * keep its loader. {@code DriverManager.getDrivers} shows only what its caller may see, so its list is read itself.
 */
final class Registered {
    private static final @Nullable Field LIST = Privileged.call(Registered::list);

    private Registered() {}

    /** Answers true once a driver of a class that is registered now is not registered any more. */
    static BooleanSupplier untilDeregistered(Class<?> driver) {
        if (!contains(driver)) {
            return () -> false;
        }
        WeakReference<Class<?>> weak = new WeakReference<>(driver);
        return () -> {
            Class<?> type = weak.get();
            return type == null || !contains(type);
        };
    }

    private static boolean contains(Class<?> driver) {
        try {
            Object list = LIST == null ? null : LIST.get(null);
            if (list instanceof Collection) {
                for (Object info : (Collection<?>) list) {
                    Field field = info.getClass().getDeclaredField("driver");
                    Object registered = Privileged.call(() -> Fields.open(field)) ? field.get(info) : null;
                    if (registered != null && registered.getClass() == driver) {
                        return true;
                    }
                }
            }
            return false;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return false;
        }
    }

    private static @Nullable Field list() {
        try {
            Platform.open(Agents.instrumentation(), DriverManager.class, "java.sql");
            Field field = DriverManager.class.getDeclaredField("registeredDrivers");
            return Fields.open(field) ? field : null;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null; // another JDK's: idle connections go after their timeout
        }
    }
}
