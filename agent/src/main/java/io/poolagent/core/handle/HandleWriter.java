package io.poolagent.core.handle;

import static org.objectweb.asm.Opcodes.*;

import java.util.Collection;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Writes the class file of a handle. */
final class HandleWriter {
    private static final String DELEGATE = "poolAgent$delegate";
    private static final String STATE = "poolAgent$state";
    private static final String FENCE = "poolAgent$fence";
    private static final String LEASH = "poolAgent$leash";
    private static final String SETTER = "poolAgent$setter";
    private static final String UPDATER = "java/util/concurrent/atomic/AtomicReferenceFieldUpdater";

    private final ClassWriter to = new ClassWriter(0);
    private final String self;
    private final String delegate;

    /**
     * @param self the handle's name, internal form
     * @param parent the driver's class, or Object
     * @param delegate the type of the field for the driver's object
     * @param interfaces besides the handle's own
     */
    HandleWriter(String self, String parent, String delegate, Collection<Class<?>> interfaces) {
        this.self = self;
        this.delegate = delegate;
        String[] names = new String[interfaces.size() + 1];
        int count = 0;
        for (Class<?> type : interfaces) {
            names[count++] = Type.getInternalName(type);
        }
        names[count] = CallWriter.HANDLE;
        // public though the driver's class may not be: it redeclares methods that reflection calls through public
        // parents
        to.visit(V1_8, ACC_PUBLIC | ACC_FINAL | ACC_SUPER, self, null, parent, names);
        to.visitField(ACC_PRIVATE | ACC_VOLATILE, DELEGATE, "L" + delegate + ";", null, null)
                .visitEnd();
        to.visitField(ACC_PRIVATE, STATE, "Ljava/lang/Object;", null, null).visitEnd();
        to.visitField(ACC_PRIVATE | ACC_VOLATILE, FENCE, "I", null, null).visitEnd();
        to.visitField(ACC_PRIVATE, LEASH, "Ljava/lang/Object;", null, null).visitEnd();
        to.visitField(ACC_PRIVATE | ACC_STATIC | ACC_FINAL, SETTER, "L" + UPDATER + ";", null, null)
                .visitEnd();
    }

    byte[] write(Collection<Call> calls) {
        writeSetter();
        writeAccessors();
        writeIdentity();
        for (Call call : calls) {
            MethodVisitor method = to.visitMethod(call.access, call.name, call.descriptor, null, null);
            method.visitCode();
            new CallWriter(method, self, DELEGATE, delegate, true).write(call);
            int size = Type.getArgumentsAndReturnSizes(call.descriptor) >> 2;
            method.visitMaxs(size + CallWriter.STACK, size);
            method.visitEnd();
        }
        to.visitEnd();
        return to.toByteArray();
    }

    /**
     * The field of the driver's object is read as a volatile one, but set without the full barrier of a volatile write, of
     * which an acquire with its release would have two more, at 2 to 8 ns each. What was written before is seen by whoever
     * sees the object, and after a close comes the barrier of the slot before the connection is anybody else's.
     */
    private void writeSetter() {
        MethodVisitor init = to.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
        init.visitCode();
        init.visitLdcInsn(Type.getObjectType(self));
        init.visitLdcInsn(Type.getObjectType(delegate));
        init.visitLdcInsn(DELEGATE);
        init.visitMethodInsn(
                INVOKESTATIC,
                UPDATER,
                "newUpdater",
                "(Ljava/lang/Class;Ljava/lang/Class;Ljava/lang/String;)L" + UPDATER + ";",
                false);
        init.visitFieldInsn(PUTSTATIC, self, SETTER, "L" + UPDATER + ";");
        init.visitInsn(RETURN);
        end(init, 3, 0);
    }

    private void writeAccessors() {
        MethodVisitor get = method("poolAgentDelegate", "()Ljava/lang/Object;");
        get.visitVarInsn(ALOAD, 0);
        get.visitFieldInsn(GETFIELD, self, DELEGATE, "L" + delegate + ";");
        get.visitInsn(ARETURN);
        end(get, 1, 1);

        MethodVisitor state = method("poolAgentState", "()Ljava/lang/Object;");
        state.visitVarInsn(ALOAD, 0);
        state.visitFieldInsn(GETFIELD, self, STATE, "Ljava/lang/Object;");
        state.visitInsn(ARETURN);
        end(state, 1, 1);

        MethodVisitor init = method("poolAgentInit", "(Ljava/lang/Object;Ljava/lang/Object;)V");
        init.visitVarInsn(ALOAD, 0);
        init.visitVarInsn(ALOAD, 2);
        init.visitFieldInsn(PUTFIELD, self, STATE, "Ljava/lang/Object;");
        init.visitFieldInsn(GETSTATIC, self, SETTER, "L" + UPDATER + ";");
        init.visitVarInsn(ALOAD, 0);
        init.visitVarInsn(ALOAD, 1);
        init.visitMethodInsn(INVOKEVIRTUAL, UPDATER, "lazySet", "(Ljava/lang/Object;Ljava/lang/Object;)V", false);
        init.visitInsn(RETURN);
        end(init, 3, 3);

        MethodVisitor leash = method("poolAgentLeash", "(Ljava/lang/Object;)V");
        leash.visitVarInsn(ALOAD, 0);
        leash.visitVarInsn(ALOAD, 1);
        leash.visitFieldInsn(PUTFIELD, self, LEASH, "Ljava/lang/Object;");
        leash.visitInsn(RETURN);
        end(leash, 2, 2);

        MethodVisitor fence = method("poolAgentFence", "()V");
        fence.visitVarInsn(ALOAD, 0);
        fence.visitInsn(ICONST_0);
        fence.visitFieldInsn(PUTFIELD, self, FENCE, "I");
        fence.visitInsn(RETURN);
        end(fence, 2, 1);
    }

    /** A handle is itself and no other: two leases of one physical connection are not equal. */
    private void writeIdentity() {
        MethodVisitor hash = method("hashCode", "()I");
        hash.visitVarInsn(ALOAD, 0);
        hash.visitMethodInsn(INVOKESTATIC, "java/lang/System", "identityHashCode", "(Ljava/lang/Object;)I", false);
        hash.visitInsn(IRETURN);
        end(hash, 1, 1);

        MethodVisitor equals = method("equals", "(Ljava/lang/Object;)Z");
        org.objectweb.asm.Label other = new org.objectweb.asm.Label();
        equals.visitVarInsn(ALOAD, 0);
        equals.visitVarInsn(ALOAD, 1);
        equals.visitJumpInsn(IF_ACMPNE, other);
        equals.visitInsn(ICONST_1);
        equals.visitInsn(IRETURN);
        equals.visitLabel(other);
        equals.visitFrame(F_FULL, 2, new Object[] {self, "java/lang/Object"}, 0, new Object[0]);
        equals.visitInsn(ICONST_0);
        equals.visitInsn(IRETURN);
        end(equals, 2, 2);

        // A finaliser of the driver's would run on an object without fields. The JVM knows an empty one and skips it.
        MethodVisitor finalizer = to.visitMethod(ACC_PROTECTED, "finalize", "()V", null, null);
        finalizer.visitCode();
        finalizer.visitInsn(RETURN);
        end(finalizer, 0, 1);
    }

    private MethodVisitor method(String name, String descriptor) {
        MethodVisitor method = to.visitMethod(ACC_PUBLIC, name, descriptor, null, null);
        method.visitCode();
        return method;
    }

    private static void end(MethodVisitor method, int stack, int locals) {
        method.visitMaxs(stack, locals);
        method.visitEnd();
    }
}
