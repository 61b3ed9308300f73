package io.poolagent.core.intercept;

import static org.objectweb.asm.Opcodes.*;

import io.poolagent.core.report.Log;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;

/**
 * Whether a home-made pool may be taken over: not where it commits what comes back or hands out connections in a state of its
 * own, since its methods do not run any more then. Used once per class.
 */
final class TakeOverScan extends ClassVisitor {
    private static final Set<String> OWN_STATE = new HashSet<>(Arrays.asList(
            "commit",
            "setTransactionIsolation",
            "setCatalog",
            "setSchema",
            "setHoldability",
            "setTypeMap",
            "setClientInfo",
            "setNetworkTimeout"));

    private @Nullable String found;

    private TakeOverScan() {
        super(ASM9);
    }

    static boolean allows(ClassReader reader) {
        TakeOverScan scan = new TakeOverScan();
        reader.accept(scan, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        if (scan.found != null) {
            Log.warn("foreign.takeover: " + reader.getClassName().replace('/', '.') + " is left alone: its method "
                    + scan.found + ", which a managed pool would not do in its place");
        }
        return scan.found == null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        boolean replaced = (access & ACC_PRIVATE) != 0
                || name.equals("<init>")
                || PoolMethods.gives(access, name, descriptor)
                || PoolMethods.takes(access, name, descriptor);
        return replaced ? new Calls(name) : null;
    }

    /** Looks for calls of a connection that leave something behind. */
    private final class Calls extends MethodVisitor {
        private final String method;
        /** The constant on top of the stack; -1 where it is none. */
        private int constant = -1;

        Calls(String method) {
            super(ASM9);
            this.method = method;
        }

        @Override
        public void visitInsn(int opcode) {
            constant = opcode == ICONST_0 ? 0 : opcode == ICONST_1 ? 1 : -1;
        }

        @Override
        public void visitVarInsn(int opcode, int variable) {
            constant = -1;
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            constant = -1;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean itf) {
            boolean plain =
                    name.equals("setAutoCommit") && constant == 1 || name.equals("setReadOnly") && constant == 0;
            boolean own = OWN_STATE.contains(name) || !plain && name.matches("setAutoCommit|setReadOnly");
            if (owner.equals(PoolMethods.CONNECTION) && own && found == null) {
                found = method + " calls Connection." + name;
            }
            constant = -1;
        }
    }
}
