package io.poolagent.core.intercept;

import static org.objectweb.asm.Opcodes.*;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/** Asks the bridge first; a null answer goes on with the original body. */
final class Prologue extends MethodVisitor {
    private static final String STRING = "java/lang/String";
    private static final int MOST_ARGUMENTS = 4;

    private final String hook;
    private final String parameters;
    private final boolean frames;
    /** This, and the method's arguments. */
    private final Object[] locals;

    private Prologue(MethodVisitor to, String hook, String parameters, boolean frames, Object... locals) {
        super(ASM9, to);
        this.hook = hook;
        this.parameters = parameters;
        this.frames = frames;
        this.locals = locals;
    }

    /**
     * For {@code Driver.connect}.
     *
     * @param frames whether the class file has stack map frames
     */
    static Prologue ofDriver(MethodVisitor to, String self, boolean frames) {
        return new Prologue(
                to,
                "connect",
                "(Ljava/lang/Object;Ljava/lang/String;Ljava/util/Properties;)",
                frames,
                self,
                STRING,
                "java/util/Properties");
    }

    /** For {@code DataSource.getConnection}, with user and password or without. */
    static Prologue ofSource(MethodVisitor to, String self, boolean frames, boolean login) {
        Object[] locals = login ? new Object[] {self, STRING, STRING} : new Object[] {self};
        String parameters = "(Ljava/lang/Object;Ljava/lang/String;Ljava/lang/String;Z)";
        return new Prologue(to, "getConnection", parameters, frames, locals);
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
        if (hook.equals("getConnection")) {
            boolean login = locals.length > 1;
            if (!login) {
                mv.visitInsn(ACONST_NULL);
                mv.visitInsn(ACONST_NULL);
            }
            mv.visitInsn(login ? ICONST_1 : ICONST_0);
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
        super.visitMaxs(Math.max(stack, MOST_ARGUMENTS + 1), variables);
    }
}
