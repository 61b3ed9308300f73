package io.poolagent.core.intercept;

import static org.objectweb.asm.Opcodes.*;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.objectweb.asm.Type;

/** Which methods of a home-made pool give a connection, and which take one back: by their types and the words of their names. */
final class PoolMethods {
    static final String CONNECTION = "java/sql/Connection";

    private static final Set<String> TAKING_BACK = words(
            "release", "return", "free", "close", "give", "put", "back", "dispose", "recycle", "checkin", "relinquish");
    /** These do something else with a connection: ask, end a transaction, close what belongs to it. */
    private static final Set<String> OTHER_THAN_TAKING = words(
            "is",
            "has",
            "was",
            "can",
            "should",
            "needs",
            "roll",
            "rollback",
            "commit",
            "statement",
            "statements",
            "stmt",
            "result",
            "results",
            "rs",
            "cursor",
            "cursors");
    /** These return a connection in a state of their own. */
    private static final Set<String> OTHER_THAN_GIVING = words("begin", "start", "tx");

    private PoolMethods() {}

    static boolean gives(int access, String name, String descriptor) {
        Type[] parameters = Type.getArgumentTypes(descriptor);
        return isForCallers(access, name)
                && isConnection(Type.getReturnType(descriptor))
                && (parameters.length == 0 || !isConnection(parameters[0]))
                && !name.matches("(?i).*transaction.*|begin.*")
                && !hasOne(name, OTHER_THAN_GIVING);
    }

    static boolean takes(int access, String name, String descriptor) {
        Type[] parameters = Type.getArgumentTypes(descriptor);
        int returns = Type.getReturnType(descriptor).getSort();
        return isForCallers(access, name)
                && parameters.length == 1
                && isConnection(parameters[0])
                && (returns == Type.VOID || returns == Type.BOOLEAN)
                && (hasOne(name, TAKING_BACK) || name.matches("(?i)check_?in.*"))
                && !hasOne(name, OTHER_THAN_TAKING);
    }

    private static boolean isForCallers(int access, String name) {
        return (access & ACC_PRIVATE) == 0 && !name.startsWith("<");
    }

    /** Words as camel case or underscores part them; a name without either may end in what it takes. */
    private static boolean hasOne(String name, Set<String> wanted) {
        for (String word : name.split("_|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")) {
            if (wanted.contains(word.toLowerCase(Locale.ROOT).replaceAll("(?<=.)(connections?|conn?)$", ""))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConnection(Type type) {
        return type.getDescriptor().equals("L" + CONNECTION + ";");
    }

    private static Set<String> words(String... all) {
        return new HashSet<>(Arrays.asList(all));
    }
}
