package io.poolagent.core.lease;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the frame that has to close a connection: it is shown the application's frames, and those of proxies, from
 * the innermost on. Where every one of them hands the connection on, it is the outermost. For one search in one thread.
 */
final class PlaceSearch {
    private int place = -1;
    private int shown;
    /** What hands the connection on only if its caller is the right one; negative for none. */
    private int doubted = -1;

    private Handing doubt = Handing.NONE;
    private @Nullable String doubtedClass;
    /** The function that returned the connection to the frame that is shown next; null for none. */
    private @Nullable String functionClass;

    private String functionMethod = "";

    /** Whether the frame that is shown next is called back by a function: only then {@link Handing#GENERIC} says something. */
    boolean isAfterFunction() {
        return functionClass != null;
    }

    /** How many frames were shown: the index of the next one. */
    int shown() {
        return shown;
    }

    /**
     * Shows the next frame.
     *
     * @param at its index
     * @param method gives the name of its method; asked only where it matters
     * @return whether the place may be further down
     */
    boolean passes(int at, String className, Supplier<String> method, Handing handing) {
        shown++;
        if (doubted >= 0) {
            if (handing == doubt) {
                return true; // one that is called by another of its kind
            }
            if (doubt == Handing.HANDLER
                    ? handing != Handing.RETURNS || !isProxy(className)
                    : !wrote(className, method)) {
                return false;
            }
            doubted = -1;
        } else if (handing == Handing.NONE && isProxy(className)) {
            return true; // its line is nobody's
        }
        boolean passes = handing != Handing.NONE && (handing != Handing.GENERIC || functionClass != null);
        place = isProxy(className) ? place : at;
        if (passes && (handing == Handing.GENERIC || handing == Handing.HANDLER)) {
            doubted = at;
            doubt = handing;
            doubtedClass = className;
        } else {
            functionClass = handing == Handing.FUNCTION ? className : null;
            functionMethod = handing == Handing.FUNCTION ? method.get() : "";
        }
        return passes;
    }

    /**
     * Whether a method is the one in which the function was written: it gave the function to the generic method, which
     * has not got the connection from a function of its own.
     */
    private boolean wrote(String className, Supplier<String> method) {
        String name = functionClass;
        if (name == null || doubtedClass == null) {
            return false;
        }
        return isLambda(functionMethod)
                ? name.equals(className) && writer(functionMethod).equals(writer(method.get()))
                : name.startsWith(className + "$") && !name.startsWith(doubtedClass + "$");
    }

    /** The compiler names a lambda after the method that it is written in: {@code lambda$load$0}. */
    private static String writer(String method) {
        int end = method.lastIndexOf('$');
        return isLambda(method) && end > "lambda$".length() ? method.substring("lambda$".length(), end) : method;
    }

    static boolean isLambda(String method) {
        return method.startsWith("lambda$");
    }

    /** Whether a class was made by {@code java.lang.reflect.Proxy}. */
    static boolean isProxy(String className) {
        return className.startsWith("$Proxy", className.lastIndexOf('.') + 1);
    }

    /** The index of the frame; negative where none was shown but such as nobody has to mend. */
    int place() {
        return doubted >= 0 ? doubted : place;
    }
}
