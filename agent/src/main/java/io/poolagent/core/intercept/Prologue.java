package io.poolagent.core.intercept;

import static org.objectweb.asm.Opcodes.*;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/** Asks the bridge first; a null answer goes on with the original body. */
final class Prologue extends MethodVisitor {
    private final String hook;
    private final String parameters;
    private final boolean frames;
    private final Object[] locals;

    Prologue(MethodVisitor to, String self, String hook, String parameters, boolean frames, Object... arguments) {
        super(ASM9, to);
        this.hook = hook;
        this.parameters = parameters;
        this.frames = frames;
        this.locals = new Object[arguments.length + 1];
        locals[0] = self;
        System.arraycopy(arguments, 0, locals, 1, arguments.length);
    }

    @Override
    public void visitCode() {
        super.visitCode();
        Label body = new Label();
        mv.visitInsn(ACONST_NULL);
        core();
        mv.visitJumpInsn(IFNULL, body);
        mv.visitInsn(POP);
        core();
        for (int i = 0; i < locals.length; i++) {
            mv.visitVarInsn(ALOAD, i);
        }
        mv.visitMethodInsn(INVOKEVIRTUAL, ConnectRewriter.BRIDGE, hook, parameters + "Ljava/lang/Object;", false);
        mv.visitInsn(DUP);
        mv.visitJumpInsn(IFNULL, body);
        mv.visitMethodInsn(
                INVOKESTATIC, ConnectRewriter.BRIDGE, "result", "(Ljava/lang/Object;)Ljava/lang/Object;", false);
        mv.visitTypeInsn(CHECKCAST, "java/sql/Connection");
        mv.visitInsn(ARETURN);
        mv.visitLabel(body);
        if (frames) {
            mv.visitFrame(F_FULL, locals.length, locals, 1, new Object[] {"java/lang/Object"});
        }
        mv.visitInsn(POP);
    }

    private void core() {
        mv.visitFieldInsn(GETSTATIC, ConnectRewriter.BRIDGE, "instance", "L" + ConnectRewriter.BRIDGE + ";");
    }

    @Override
    public void visitMaxs(int stack, int variables) {
        super.visitMaxs(Math.max(stack, locals.length + 1), variables);
    }
}
