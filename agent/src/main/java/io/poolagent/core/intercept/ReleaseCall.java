package io.poolagent.core.intercept;

import static org.objectweb.asm.Opcodes.*;

import org.objectweb.asm.MethodVisitor;

/** Tells, before anything else, that what is in a local variable is about to be closed. */
final class ReleaseCall extends MethodVisitor {
    private final String hook;
    private final int local;

    ReleaseCall(MethodVisitor to, String hook, int local) {
        super(ASM9, to);
        this.hook = hook;
        this.local = local;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        mv.visitVarInsn(ALOAD, local);
        boolean proxy = hook.equals("invoked");
        if (proxy) {
            mv.visitVarInsn(ALOAD, local + 1);
        }
        mv.visitMethodInsn(
                INVOKESTATIC,
                ConnectRewriter.BRIDGE,
                hook,
                proxy ? "(Ljava/lang/Object;Ljava/lang/reflect/Method;)V" : "(Ljava/lang/Object;)V",
                false);
    }

    @Override
    public void visitMaxs(int stack, int locals) {
        super.visitMaxs(Math.max(stack, 2), locals);
    }
}
