package io.poolagent.core.intercept;

import io.poolagent.core.jvm.Privileged;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Whether a Properties object has defaults behind it. The field is protected; {@code java.util} was opened to the core
 * at start-up. Where that failed, defaults are taken for possible and the slow way is gone.
 */
final class PropertyDefaults {
    private static final @Nullable MethodHandle GETTER = Privileged.call(PropertyDefaults::getter);

    private PropertyDefaults() {}

    static boolean exist(Properties info) {
        if (GETTER == null || info.getClass() != Properties.class) {
            return info.size() != info.stringPropertyNames().size();
        }
        try {
            return (Properties) GETTER.invokeExact(info) != null;
        } catch (Throwable e) {
            return true;
        }
    }

    private static @Nullable MethodHandle getter() {
        try {
            Field field = Properties.class.getDeclaredField("defaults");
            field.setAccessible(true);
            return MethodHandles.lookup().unreflectGetter(field);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }
}
