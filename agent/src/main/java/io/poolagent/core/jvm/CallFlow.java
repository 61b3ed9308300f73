package io.poolagent.core.jvm;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Where a method's code takes what one of its calls returns: a method that returns connections may lose another one, and one
 * that is declared to return whatever may return one. Looked at for reports, once for each call. Any thread may use it.
 */
public final class CallFlow {
    /** Where it goes. */
    public enum Goes {
        /** Into a field, a collection, another call; or it is not known. */
        SOMEWHERE,
        /** Nowhere: it is used in the method, and leaves it by no way. */
        NOWHERE,
        /** Back to the method's caller, at least on one way. */
        BACK
    }

    private static final int MOST_KNOWN = 10_000;
    private static final Map<String, Goes> KNOWN = new ConcurrentHashMap<>();

    private CallFlow() {}

    /**
     * Where the result of a call goes.
     *
     * @param caller the calling method, at the call's line
     * @param callee the called method
     * @param ofApplication whether the called method is the application's, and hands a connection on by whatever it returns;
     *     of others only a connection counts
     */
    public static Goes of(StackTraceElement caller, String callee, boolean ofApplication) {
        String key = caller.getClassName() + '.' + caller.getMethodName() + ':' + caller.getLineNumber() + ' ' + callee;
        Goes known = KNOWN.get(key);
        if (known == null) {
            known = Goes.SOMEWHERE;
            WantedCall wanted = new WantedCall(caller.getLineNumber(), callee, ofApplication);
            for (Class<?> each : Agents.loadedClasses(caller.getClassName())) {
                known = ClassCode.read(each, reader -> of(reader, caller.getMethodName(), wanted), Goes.SOMEWHERE);
            }
            if (KNOWN.size() < MOST_KNOWN) {
                KNOWN.put(key, known);
            }
        }
        return known;
    }

    /** As the class's file tells. */
    static Goes of(ClassReader reader, String method, WantedCall wanted) {
        Set<Integer> none = Collections.emptySet();
        ResultPath first = follow(reader, method, wanted, none);
        // a loop may use a variable before, in the file, it is set
        ResultPath path = first == null ? null : follow(reader, method, wanted, first.held());
        return path == null ? Goes.SOMEWHERE : path.goes();
    }

    /** Null where there is no such call. */
    private static @Nullable ResultPath follow(
            ClassReader reader, String method, WantedCall wanted, Set<Integer> variables) {
        ResultPath[] found = new ResultPath[1];
        ClassVisitor visitor = new ClassVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable MethodVisitor visitMethod(
                    int access,
                    String name,
                    String descriptor,
                    @Nullable String signature,
                    String @Nullable [] exceptions) {
                return name.equals(method) ? new ResultPath(wanted, variables, path -> found[0] = path) : null;
            }
        };
        reader.accept(visitor, ClassReader.SKIP_FRAMES);
        return found[0];
    }
}
