package io.poolagent.core.handle;

import static org.objectweb.asm.Opcodes.*;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** What a stack map frame at a method's beginning says of its local variables. */
public final class FrameLocals {
    private FrameLocals() {}

    /**
     * The local variables of a method as its code begins.
     *
     * @param self the internal name of the class; null where the method is static
     */
    public static Object[] of(@Nullable String self, String descriptor) {
        Type[] parameters = Type.getArgumentTypes(descriptor);
        int first = self == null ? 0 : 1;
        Object[] locals = new Object[parameters.length + first];
        if (self != null) {
            locals[0] = self;
        }
        for (int i = 0; i < parameters.length; i++) {
            locals[i + first] = local(parameters[i]);
        }
        return locals;
    }

    private static Object local(Type type) {
        switch (type.getSort()) {
            case Type.LONG:
                return LONG;
            case Type.DOUBLE:
                return DOUBLE;
            case Type.FLOAT:
                return FLOAT;
            case Type.OBJECT:
            case Type.ARRAY:
                return type.getInternalName();
            default:
                return INTEGER;
        }
    }
}
