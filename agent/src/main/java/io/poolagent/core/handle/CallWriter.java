package io.poolagent.core.handle;

import static org.objectweb.asm.Opcodes.*;

import io.poolagent.core.jvm.Platform;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Writes the body of a handle's method: what comes before the driver's method, the call, what comes after, and the
 * fence that keeps the handle reachable to the end. The same code stands in generated classes and, as a prologue, in
 * the driver's own final methods.
 */
final class CallWriter {
    static final String BRIDGE = "java/lang/PoolAgentBridge";
    static final String HANDLE = "java/lang/PoolAgentHandle";
    private static final String OBJECT = "java/lang/Object";
    private static final boolean HAS_FENCE = Platform.hasFence();

    /** A body needs no more stack than its arguments (longs count twice) and this. */
    static final int STACK = 8;

    private final MethodVisitor to;
    private final String self;
    private final @Nullable String field;
    private final String delegate;
    private final boolean frames;

    /**
     * @param self the class that the body stands in
     * @param field the field that holds the driver's object; null to ask the handle for it
     * @param delegate the type of the driver's object, {@code java/lang/Object} where it can not be named
     * @param frames whether the class file has stack map frames
     */
    CallWriter(MethodVisitor to, String self, @Nullable String field, String delegate, boolean frames) {
        this.to = to;
        this.self = self;
        this.field = field;
        this.delegate = delegate;
        this.frames = frames;
    }

    void write(Call call) {
        if (call.treatment.instead != 0) {
            writeInstead(call);
        } else {
            writeAround(call);
        }
    }

    private void writeInstead(Call call) {
        to.visitVarInsn(ALOAD, 0);
        push(call.treatment.instead);
        if (call.treatment.beforeTakesFirst) {
            to.visitVarInsn(ALOAD, 1);
        } else {
            to.visitInsn(ACONST_NULL);
        }
        bridge("instead", "(Ljava/lang/Object;ILjava/lang/Object;)Ljava/lang/Object;");
        Type returns = call.returns();
        if (returns.getSort() == Type.VOID) {
            to.visitInsn(POP);
        } else if (returns.getSort() == Type.BOOLEAN) {
            to.visitTypeInsn(CHECKCAST, "java/lang/Boolean");
            to.visitMethodInsn(INVOKEVIRTUAL, "java/lang/Boolean", "booleanValue", "()Z", false);
        } else {
            to.visitTypeInsn(CHECKCAST, returns.getInternalName());
        }
        to.visitInsn(returns.getOpcode(IRETURN));
    }

    private void writeAround(Call call) {
        Label start = new Label();
        Label end = new Label();
        Label handler = new Label();
        to.visitTryCatchBlock(start, end, handler, null);
        to.visitLabel(start);
        writeBefore(call);
        writeDelegate(call);
        int slot = 1;
        for (Class<?> parameter : call.parameters) {
            Type type = Type.getType(parameter);
            to.visitVarInsn(type.getOpcode(ILOAD), slot);
            slot += type.getSize();
            if (Treatment.unwrapped(parameter)) {
                bridge("raw", "(Ljava/lang/Object;)Ljava/lang/Object;");
                to.visitTypeInsn(CHECKCAST, type.getInternalName());
            }
        }
        to.visitMethodInsn(
                call.throughInterface ? INVOKEINTERFACE : INVOKEVIRTUAL,
                call.owner,
                call.name,
                call.descriptor,
                call.throughInterface);
        if (call.treatment.after != 0) {
            to.visitVarInsn(ALOAD, 0);
            push(call.treatment.after);
            bridge("after", "(Ljava/lang/Object;Ljava/lang/Object;I)Ljava/lang/Object;");
            to.visitTypeInsn(CHECKCAST, call.returns().getInternalName());
        }
        to.visitLabel(end);
        writeDone(call, call.returns());
        writeFence();
        to.visitInsn(call.returns().getOpcode(IRETURN));
        to.visitLabel(handler);
        frame(call, "java/lang/Throwable");
        writeDone(call, Type.VOID_TYPE);
        to.visitVarInsn(ALOAD, 0);
        to.visitInsn(SWAP);
        bridge("failed", "(Ljava/lang/Object;Ljava/lang/Throwable;)Ljava/lang/Throwable;");
        to.visitInsn(ATHROW);
    }

    /**
     * A number that the driver's method returned, which is on the stack, is how many rows it changed, an array those of
     * each statement of a batch; of the method that moves to the next row, whether there was one. See {@link SlowRuns} for what else there is.
     */
    private void writeDone(Call call, Type result) {
        boolean moves = call.treatment.before == Op.NEXT;
        if (call.treatment.before != Op.RUN && !moves) {
            return;
        }
        if (result.getSort() == Type.ARRAY) {
            to.visitInsn(DUP);
            to.visitVarInsn(ALOAD, 0);
            bridge("doneBatch", "(Ljava/lang/Object;Ljava/lang/Object;)V");
            return;
        }
        if (result.getSort() == Type.INT || moves && result.getSort() == Type.BOOLEAN) {
            to.visitInsn(DUP);
            to.visitInsn(I2L);
        } else if (result.getSort() == Type.LONG) {
            to.visitInsn(DUP2);
        } else if (result.getSort() == Type.BOOLEAN) {
            to.visitInsn(DUP); // -2 for true, which says that a result set can be asked for, else -1
            to.visitInsn(I2L);
            to.visitInsn(LNEG);
            to.visitLdcInsn(1L);
            to.visitInsn(LSUB);
        } else {
            to.visitLdcInsn(result.getSort() == Type.VOID ? SlowRuns.FAILED : SlowRuns.RETURNED);
        }
        to.visitVarInsn(ALOAD, 0);
        bridge("done", "(JLjava/lang/Object;)V");
    }

    private void writeBefore(Call call) {
        Treatment treatment = call.treatment;
        if (treatment.before == 0) {
            return;
        }
        to.visitVarInsn(ALOAD, 0);
        push(treatment.before);
        if (treatment.beforeTakesFirst && call.parameters[0] == boolean.class) {
            to.visitVarInsn(ILOAD, 1);
            to.visitMethodInsn(INVOKESTATIC, "java/lang/Boolean", "valueOf", "(Z)Ljava/lang/Boolean;", false);
        } else if (treatment.beforeTakesFirst) {
            to.visitVarInsn(ALOAD, 1);
        } else if (treatment.beforeConstant != null) {
            to.visitLdcInsn(treatment.beforeConstant);
        } else {
            to.visitInsn(ACONST_NULL);
        }
        bridge("before", "(Ljava/lang/Object;ILjava/lang/Object;)V");
    }

    /** Leaves the driver's object on the stack, or answers for a closed connection. */
    private void writeDelegate(Call call) {
        loadDelegate();
        Treatment.Closed closed = call.treatment.closed;
        if (closed == Treatment.Closed.IGNORED) {
            return;
        }
        Label open = new Label();
        jumpIfKnown(open);
        if (closed == Treatment.Closed.TRUE) {
            to.visitInsn(ICONST_1);
            to.visitInsn(IRETURN);
        } else {
            to.visitVarInsn(ALOAD, 0);
            boolean answers = closed != Treatment.Closed.THROWS;
            bridge(answers ? "closed" : "closedOrThrow", "(Ljava/lang/Object;)Ljava/lang/Object;");
            castDelegate();
            if (answers) {
                jumpIfKnown(open);
                if (closed == Treatment.Closed.FALSE) {
                    to.visitInsn(ICONST_0);
                }
                to.visitInsn(closed == Treatment.Closed.FALSE ? IRETURN : RETURN);
            }
        }
        to.visitLabel(open);
        frame(call, delegate);
    }

    private void jumpIfKnown(Label known) {
        to.visitInsn(DUP);
        to.visitJumpInsn(IFNONNULL, known);
        to.visitInsn(POP);
    }

    private void loadDelegate() {
        to.visitVarInsn(ALOAD, 0);
        if (field != null) {
            to.visitFieldInsn(GETFIELD, self, field, "L" + delegate + ";");
        } else {
            to.visitTypeInsn(CHECKCAST, HANDLE);
            to.visitMethodInsn(INVOKEINTERFACE, HANDLE, "poolAgentDelegate", "()Ljava/lang/Object;", true);
            castDelegate();
        }
    }

    private void castDelegate() {
        if (!delegate.equals(OBJECT)) {
            to.visitTypeInsn(CHECKCAST, delegate);
        }
    }

    void writeFence() {
        to.visitVarInsn(ALOAD, 0);
        if (HAS_FENCE) {
            to.visitMethodInsn(
                    INVOKESTATIC, "java/lang/ref/Reference", "reachabilityFence", "(Ljava/lang/Object;)V", false);
        } else {
            if (field == null) {
                to.visitTypeInsn(CHECKCAST, HANDLE);
            }
            to.visitMethodInsn(INVOKEINTERFACE, HANDLE, "poolAgentFence", "()V", true);
        }
    }

    /** A full frame at this place: this and the parameters, and one object on the stack. */
    private void frame(Call call, String stack) {
        if (frames) {
            Object[] locals = FrameLocals.of(self, call.descriptor);
            to.visitFrame(F_FULL, locals.length, locals, 1, new Object[] {stack});
        }
    }

    private void push(int code) {
        to.visitLdcInsn(code);
    }

    private void bridge(String name, String descriptor) {
        to.visitMethodInsn(INVOKESTATIC, BRIDGE, name, descriptor, false);
    }
}
