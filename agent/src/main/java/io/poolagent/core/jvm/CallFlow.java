package io.poolagent.core.jvm;

import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;

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
    /** So far it is followed into methods of the same class that are given it. */
    private static final int DEEPEST = 3;

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
        Goes goes = new MethodFlow(reader, DEEPEST).goes(method, null, wanted, Collections.emptySet());
        return goes == null ? Goes.SOMEWHERE : goes;
    }
}
