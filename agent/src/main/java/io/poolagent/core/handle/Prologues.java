package io.poolagent.core.handle;

import static org.objectweb.asm.Opcodes.*;

import io.poolagent.core.jvm.Agents;
import java.lang.instrument.UnmodifiableClassException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Final methods of drivers: a subclass can not override them, and on a handle they would run on null fields. Each gets
 * a prologue that does on a handle what an overriding method would do. The class is retransformed when the first handle
 * for it is made; nothing of its shape changes, so detaching restores it exactly.
 */
public final class Prologues {
    /** What is known of a class hangs on it, because calls name classes of the same loader. */
    private static final ClassValue<State> STATES = new ClassValue<State>() {
        @Override
        protected State computeValue(Class<?> type) {
            return new State();
        }
    };

    private static final class State {
        private volatile @Nullable Map<String, Call> wanted;
        private volatile boolean done;
    }

    private Prologues() {}

    /** Gives the methods their prologues. Returns whether each of them has one now. */
    static boolean request(Map<Class<?>, List<Call>> finals) {
        for (Map.Entry<Class<?>, List<Call>> entry : finals.entrySet()) {
            Class<?> type = entry.getKey();
            Map<String, Call> calls = new HashMap<>();
            for (Call call : entry.getValue()) {
                calls.put(call.key(), call);
            }
            State state = STATES.get(type);
            if (state.done) {
                continue;
            }
            state.wanted = calls;
            try {
                Agents.instrumentation().retransformClasses(type);
            } catch (UnmodifiableClassException e) {
                return false;
            }
            if (!state.done) {
                state.wanted = null;
                return false;
            }
        }
        return true;
    }

    /**
     * Rewrites a class that is being retransformed.
     *
     * @return the new class file; null where the class wants no prologue
     */
    public static byte @Nullable [] rewrite(Class<?> type, byte[] bytes) {
        State state = STATES.get(type);
        Map<String, Call> calls = state.wanted;
        if (calls == null) {
            return null;
        }
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, 0);
        Rewriter rewriter = new Rewriter(writer, calls);
        reader.accept(rewriter, 0);
        if (rewriter.found == calls.size()) {
            state.done = true;
        }
        return writer.toByteArray();
    }

    private static final class Rewriter extends ClassVisitor {
        private final Map<String, Call> calls;
        private String self = "";
        private boolean frames;
        private int found;

        Rewriter(ClassVisitor to, Map<String, Call> calls) {
            super(ASM9, to);
            this.calls = calls;
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                String parent,
                String @Nullable [] interfaces) {
            self = name;
            frames = (version & 0xFFFF) >= V1_6;
            super.visit(version, access, name, signature, parent, interfaces);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
            Call call = calls.get(name + descriptor);
            if (call == null) {
                return method;
            }
            found++;
            return new Prologue(method, self, call, frames);
        }
    }

    private static final class Prologue extends MethodVisitor {
        private final String self;
        private final Call call;
        private final boolean frames;

        Prologue(MethodVisitor to, String self, Call call, boolean frames) {
            super(ASM9, to);
            this.self = self;
            this.call = call;
            this.frames = frames;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            Label body = new Label();
            mv.visitVarInsn(ALOAD, 0);
            mv.visitTypeInsn(INSTANCEOF, CallWriter.HANDLE);
            mv.visitJumpInsn(IFEQ, body);
            new CallWriter(mv, self, null, self, frames).write(call);
            mv.visitLabel(body);
            if (frames) {
                Object[] locals = FrameLocals.of(self, call.descriptor);
                mv.visitFrame(F_FULL, locals.length, locals, 0, new Object[0]);
            }
            // The body may begin with a frame of its own, and two frames can not stand at one instruction.
            mv.visitInsn(NOP);
        }

        @Override
        public void visitMaxs(int stack, int locals) {
            int size = Type.getArgumentsAndReturnSizes(call.descriptor) >> 2;
            super.visitMaxs(Math.max(stack, size + CallWriter.STACK), Math.max(locals, size));
        }
    }
}
