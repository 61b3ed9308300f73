package io.poolagent.core.intercept;

import static org.objectweb.asm.Opcodes.*;

import io.poolagent.core.handle.FrameLocals;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Rewrites a pool that is taken over: what returns a connection asks a managed pool first, and what takes one back closes
 * it where it is a managed pool's.
 */
final class TakeOverRewriter extends ClassVisitor {
    private static final String CONNECTION = PoolMethods.CONNECTION;

    private final Runnable changes;
    private String self = "";
    private String parent = "";
    private boolean frames;

    TakeOverRewriter(ClassVisitor to, Runnable changes) {
        super(ASM9, to);
        this.changes = changes;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            String superName,
            String @Nullable [] interfaces) {
        self = name;
        parent = superName;
        frames = (version & 0xFFFF) >= V1_6;
        super.visit(version, access, name, signature, superName, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor to = super.visitMethod(access, name, descriptor, signature, exceptions);
        boolean constructor = name.equals("<init>");
        if ((access & (ACC_ABSTRACT | ACC_NATIVE)) != 0) {
            return to;
        }
        boolean instance = (access & ACC_STATIC) == 0;
        if (constructor || PoolMethods.gives(access, name, descriptor)) {
            changes.run();
            return new Inside(to, instance, constructor, descriptor);
        }
        if (PoolMethods.takes(access, name, descriptor)) {
            changes.run();
            return new TakeBack(to, instance, descriptor);
        }
        return to;
    }

    /** Asks a managed pool first, and marks the thread while the pool itself is at work. */
    private final class Inside extends MethodVisitor {
        private final Label start = new Label();
        private final boolean instance;
        private final String descriptor;
        private boolean waits;

        Inside(MethodVisitor to, boolean instance, boolean constructor, String descriptor) {
            super(ASM9, to);
            this.instance = instance;
            this.waits = constructor;
            this.descriptor = descriptor;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            if (waits) {
                return; // for the call of the superclass's constructor
            }
            Label body = new Label();
            loadPool();
            call("takeOver", "(Ljava/lang/Object;)Ljava/lang/Object;");
            mv.visitInsn(DUP);
            mv.visitJumpInsn(IFNULL, body);
            call("result", "(Ljava/lang/Object;)Ljava/lang/Object;");
            mv.visitTypeInsn(CHECKCAST, CONNECTION);
            mv.visitInsn(ARETURN);
            mv.visitLabel(body);
            frame(mv, FrameLocals.of(instance ? self : null, descriptor), "java/lang/Object");
            mv.visitInsn(POP);
            enter();
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String called, boolean itf) {
            super.visitMethodInsn(opcode, owner, name, called, itf);
            if (waits && opcode == INVOKESPECIAL && name.equals("<init>") && owner.equals(parent)) {
                waits = false;
                enter();
            }
        }

        private void enter() {
            loadPool();
            call("inside", "(Ljava/lang/Object;)V");
            mv.visitLabel(start);
            mv.visitInsn(NOP);
        }

        private void leave() {
            mv.visitInsn(ACONST_NULL);
            call("inside", "(Ljava/lang/Object;)V");
        }

        private void loadPool() {
            if (instance) {
                mv.visitVarInsn(ALOAD, 0);
            } else {
                mv.visitLdcInsn(self.replace('/', '.'));
            }
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode >= IRETURN && opcode <= RETURN && !waits) {
                leave();
            }
            super.visitInsn(opcode);
        }

        @Override
        public void visitMaxs(int stack, int variables) {
            if (!waits) {
                Label end = new Label();
                mv.visitLabel(end);
                // Last in the table of handlers, so that the method's own come first.
                mv.visitTryCatchBlock(start, end, end, null);
                frame(mv, new Object[0], "java/lang/Throwable");
                leave();
                mv.visitInsn(ATHROW);
            }
            super.visitMaxs(stack + 2, variables);
        }

        private void call(String hook, String hookDescriptor) {
            mv.visitMethodInsn(INVOKESTATIC, ConnectRewriter.BRIDGE, hook, hookDescriptor, false);
        }
    }

    /** Closes a managed pool's connection instead of keeping it. */
    private final class TakeBack extends MethodVisitor {
        private final boolean instance;
        private final String descriptor;

        TakeBack(MethodVisitor to, boolean instance, String descriptor) {
            super(ASM9, to);
            this.instance = instance;
            this.descriptor = descriptor;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            Label body = new Label();
            mv.visitVarInsn(ALOAD, instance ? 1 : 0);
            mv.visitMethodInsn(INVOKESTATIC, ConnectRewriter.BRIDGE, "takeBack", "(Ljava/lang/Object;)Z", false);
            mv.visitJumpInsn(IFEQ, body);
            Type returns = Type.getReturnType(descriptor);
            if (returns.getSort() == Type.BOOLEAN) {
                mv.visitInsn(ICONST_1);
            }
            mv.visitInsn(returns.getOpcode(IRETURN));
            mv.visitLabel(body);
            frame(mv, FrameLocals.of(instance ? self : null, descriptor));
            mv.visitInsn(NOP); // so that no second frame stands at this place
        }

        @Override
        public void visitMaxs(int stack, int variables) {
            super.visitMaxs(Math.max(stack, 1), variables);
        }
    }

    private void frame(MethodVisitor to, Object[] locals, Object... stack) {
        if (frames) {
            to.visitFrame(F_FULL, locals.length, locals, stack.length, stack);
        }
    }
}
