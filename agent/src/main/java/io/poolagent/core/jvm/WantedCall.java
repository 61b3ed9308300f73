package io.poolagent.core.jvm;

import org.objectweb.asm.Type;

/** One call in a method's code, as a stack tells of it. Immutable. */
final class WantedCall {
    private final int line;
    private final String callee;
    private final boolean whateverItReturns;

    /**
     * @param line in the calling method
     * @param callee the called method's name
     * @param whateverItReturns whether it matters what that returns; else only a connection does
     */
    WantedCall(int line, String callee, boolean whateverItReturns) {
        this.line = line;
        this.callee = callee;
        this.whateverItReturns = whateverItReturns;
    }

    /** Whether this is the call, and there is a result to follow. */
    boolean is(int atLine, String name, Type returned) {
        if (atLine != line || !name.equals(callee)) {
            return false;
        }
        if (whateverItReturns) {
            return name.equals("<init>") || returned.getSort() == Type.OBJECT || returned.getSort() == Type.ARRAY;
        }
        return ResultPath.isConnection(returned);
    }
}
