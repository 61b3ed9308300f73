package io.poolagent.core.handle;

import java.lang.reflect.Method;
import org.objectweb.asm.Type;

/** One method of the driver's, as a handle must answer it. Immutable. */
final class Call {
    final String name;
    final String descriptor;
    /** The class or interface through which the driver's method is called, as an internal name. */
    final String owner;

    final boolean throughInterface;
    final Class<?>[] parameters;
    final Treatment treatment;
    final int access;

    Call(Method method, Class<?> owner, Treatment treatment, int access) {
        this.name = method.getName();
        this.descriptor = Type.getMethodDescriptor(method);
        this.owner = Type.getInternalName(owner);
        this.throughInterface = owner.isInterface();
        this.parameters = method.getParameterTypes();
        this.treatment = treatment;
        this.access = access;
    }

    /** Name and descriptor, which tell methods of one class apart. */
    String key() {
        return name + descriptor;
    }

    Type returns() {
        return Type.getReturnType(descriptor);
    }
}
