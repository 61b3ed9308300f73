package io.poolagent.core.jvm;

import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Follows an object through the methods of one class: what one of them is given is followed there. */
final class MethodFlow {
    private final ClassReader reader;
    private final int deepest;

    /** @param deepest through how many calls */
    MethodFlow(ClassReader reader, int deepest) {
        this.reader = reader;
        this.deepest = deepest;
    }

    /**
     * Where it goes; null where the method, or the call in it, is not there.
     *
     * @param descriptor null for whichever method of that name has the call
     * @param wanted whose result is followed; null where it is what the method is given
     * @param given the variables that hold it from the beginning
     */
    CallFlow.@Nullable Goes goes(
            String method, @Nullable String descriptor, @Nullable WantedCall wanted, Set<Integer> given) {
        ResultPath first = follow(method, descriptor, wanted, new HeldVariables(given, false));
        if (first == null) {
            return null;
        }
        boolean loops = first.held().loops(); // it may use a variable before, in the file, it is set
        HeldVariables held = loops ? new HeldVariables(first.held().ever(), false) : new HeldVariables(given, true);
        ResultPath path = follow(method, descriptor, wanted, held);
        return path == null ? null : path.goes();
    }

    private @Nullable ResultPath follow(
            String method, @Nullable String descriptor, @Nullable WantedCall wanted, HeldVariables held) {
        ResultPath[] found = new ResultPath[1];
        ClassVisitor visitor = new ClassVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable MethodVisitor visitMethod(
                    int access, String name, String type, @Nullable String signature, String @Nullable [] exceptions) {
                boolean hasCode = (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
                return hasCode && name.equals(method) && (descriptor == null || descriptor.equals(type))
                        ? new ResultPath(wanted, held.anew(), MethodFlow.this::given, path -> found[0] = path)
                        : null;
            }
        };
        reader.accept(visitor, ClassReader.SKIP_FRAMES);
        return found[0];
    }

    private CallFlow.@Nullable Goes given(String owner, String name, String descriptor, int variable) {
        return deepest > 0 && owner.equals(reader.getClassName())
                ? new MethodFlow(reader, deepest - 1).goes(name, descriptor, null, Collections.singleton(variable))
                : null;
    }
}
