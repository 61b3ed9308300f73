package io.poolagent.core.intercept;

import io.poolagent.core.jvm.Privileged;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Whether a Properties object has defaults behind it. The field is protected; {@code java.util} was opened to the core
 * at start-up. Where that failed, defaults are taken for possible and the slow way is gone.
 * And whether it is one at all: programs derive classes from Properties that hand out a secret at each look.
 */
final class PropertyDefaults {
    private static final @Nullable MethodHandle GETTER = Privileged.call(PropertyDefaults::getter);

    private static final ClassValue<Boolean> PLAIN = new ClassValue<Boolean>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            for (Class<?> at = type; at != null && at != Properties.class; at = at.getSuperclass()) {
                for (Method method : at.getDeclaredMethods()) {
                    if (!Modifier.isStatic(method.getModifiers()) && !Modifier.isPrivate(method.getModifiers())) {
                        return false;
                    }
                }
            }
            return true;
        }
    };

    private PropertyDefaults() {}

    /** Whether objects of a class answer as {@link Properties} do: the class adds and overrides nothing. */
    static boolean isPlain(Class<?> type) {
        return type == Properties.class || PLAIN.get(type);
    }

    static boolean exist(Properties info) {
        if (!isPlain(info.getClass())) {
            return true;
        }
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
