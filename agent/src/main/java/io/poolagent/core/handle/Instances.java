package io.poolagent.core.handle;

import io.poolagent.core.jvm.Privileged;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;

/**
 * Makes an object without running a constructor, because a driver's constructor would connect. The method of
 * {@code sun.misc.Unsafe} that does it is not among those that Java 24 and up warn of.
 */
final class Instances {
    private static final MethodHandle ALLOCATE = Privileged.call(Instances::allocator);

    private Instances() {}

    static Object allocate(Class<?> type) {
        try {
            return (Object) ALLOCATE.invokeExact(type);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static MethodHandle allocator() {
        try {
            Class<?> unsafe = Class.forName("sun.misc.Unsafe");
            Field field = unsafe.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            return MethodHandles.lookup()
                    .findVirtual(unsafe, "allocateInstance", MethodType.methodType(Object.class, Class.class))
                    .bindTo(field.get(null))
                    .asType(MethodType.methodType(Object.class, Class.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
