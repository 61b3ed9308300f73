package io.poolagent.core.intercept;

import static org.objectweb.asm.Opcodes.*;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/**
 * Marks the thread from the method's beginning to whichever end it comes to; and tells what a foreign pool hands out, or
 * throws instead.
 */
final class GuardedMethod extends MethodVisitor {
    private final Label start = new Label();
    private final boolean frames;
    private final @Nullable String pool;

    /** @param pool the class of the method where what it returns is handed out by a foreign pool; else null */
    GuardedMethod(MethodVisitor to, boolean frames, @Nullable String pool) {
        super(ASM9, to);
        this.frames = frames;
        this.pool = pool;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        call("enter");
        mv.visitLabel(start);
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == ARETURN && pool != null) {
            tell("handedOut", "(Ljava/lang/Object;Ljava/lang/Object;)V");
        } else if (opcode >= IRETURN && opcode <= RETURN) {
            call("exit");
        }
        super.visitInsn(opcode);
    }

    @Override
    public void visitMaxs(int stack, int locals) {
        Label end = new Label();
        mv.visitLabel(end);
        // Last in the table of handlers, so that the method's own come first.
        mv.visitTryCatchBlock(start, end, end, null);
        if (frames) {
            Object[] known = pool == null ? new Object[0] : new Object[] {pool};
            mv.visitFrame(F_FULL, known.length, known, 1, new Object[] {"java/lang/Throwable"});
        }
        if (pool == null) {
            call("exit");
        } else {
            tell("refused", "(Ljava/lang/Object;Ljava/lang/Throwable;)V");
        }
        mv.visitInsn(ATHROW);
        super.visitMaxs(stack + 2, locals);
    }

    /** Passes on the pool and what is on the stack, which stays there. */
    private void tell(String name, String descriptor) {
        mv.visitInsn(DUP);
        mv.visitVarInsn(ALOAD, 0);
        mv.visitInsn(SWAP);
        mv.visitMethodInsn(INVOKESTATIC, ConnectRewriter.BRIDGE, name, descriptor, false);
    }

    private void call(String name) {
        mv.visitMethodInsn(INVOKESTATIC, ConnectRewriter.BRIDGE, name, "()V", false);
    }
}
