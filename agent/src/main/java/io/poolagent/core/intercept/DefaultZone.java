package io.poolagent.core.intercept;

import io.poolagent.core.jvm.Privileged;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * Compares with the default time zone. {@code TimeZone.getDefault()} makes a copy at each call; the field behind it,
 * in a package that was opened to the core at start-up, is replaced as a whole when the default changes.
 */
final class DefaultZone {
    private static final @Nullable MethodHandle FIELD = Privileged.call(DefaultZone::field);

    private DefaultZone() {}

    /** The JVM's own object for the default zone; null where it can not be read. */
    static @Nullable Object identity() {
        try {
            return FIELD == null ? null : (TimeZone) FIELD.invokeExact();
        } catch (Throwable e) {
            return null;
        }
    }

    /** Whether the default zone is still this one, whose own object is given too. */
    static boolean is(TimeZone zone, @Nullable Object identity) {
        return identity != null && identity == identity() || zone.equals(TimeZone.getDefault());
    }

    private static @Nullable MethodHandle field() {
        try {
            Field field = TimeZone.class.getDeclaredField("defaultTimeZone");
            field.setAccessible(true);
            return MethodHandles.lookup().unreflectGetter(field);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }
}
