package io.poolagent.core.handle;

import io.poolagent.core.jvm.Agents;
import io.poolagent.core.jvm.Platform;
import io.poolagent.core.jvm.Privileged;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * Makes an object without running a constructor, because a driver's constructor would connect. The method of
 * {@code sun.misc.Unsafe} that does it is not among those that Java 24 and up warn of. That class is in the module
 * jdk.unsupported, which the graph of an application on the module path may lack; the one behind it is always there.
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
            return allocator("sun.misc.Unsafe");
        } catch (ReflectiveOperationException e) {
            try {
                Platform.open(Agents.instrumentation(), Object.class, "jdk.internal.misc");
                return allocator("jdk.internal.misc.Unsafe");
            } catch (ReflectiveOperationException none) {
                throw new IllegalStateException(none);
            }
        }
    }

    private static MethodHandle allocator(String name) throws ReflectiveOperationException {
        Class<?> unsafe = Class.forName(name);
        Field field = unsafe.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        Method allocate = unsafe.getMethod("allocateInstance", Class.class);
        allocate.setAccessible(true);
        return MethodHandles.lookup()
                .unreflect(allocate)
                .bindTo(field.get(null))
                .asType(MethodType.methodType(Object.class, Class.class));
    }
}
