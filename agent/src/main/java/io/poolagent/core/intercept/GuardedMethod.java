package io.poolagent.core.intercept;

import static org.objectweb.asm.Opcodes.*;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/**
 * Marks the thread from the method's beginning to whichever end it comes to; and tells what a foreign pool hands out.
 */
final class GuardedMethod extends MethodVisitor {
    private final Label start = new Label();
    private final boolean frames;
    private final boolean handsOut;

    GuardedMethod(MethodVisitor to, boolean frames, boolean handsOut) {
        super(ASM9, to);
        this.frames = frames;
        this.handsOut = handsOut;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        call("enter");
        mv.visitLabel(start);
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == ARETURN && handsOut) {
            mv.visitInsn(DUP);
            mv.visitVarInsn(ALOAD, 0);
            mv.visitInsn(SWAP);
            mv.visitMethodInsn(
                    INVOKESTATIC,
                    ConnectRewriter.BRIDGE,
                    "handedOut",
                    "(Ljava/lang/Object;Ljava/lang/Object;)V",
                    false);
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
            mv.visitFrame(F_FULL, 0, new Object[0], 1, new Object[] {"java/lang/Throwable"});
        }
        call("exit");
        mv.visitInsn(ATHROW);
        super.visitMaxs(stack + 2, locals);
    }

    private void call(String name) {
        mv.visitMethodInsn(INVOKESTATIC, ConnectRewriter.BRIDGE, name, "()V", false);
    }
}
