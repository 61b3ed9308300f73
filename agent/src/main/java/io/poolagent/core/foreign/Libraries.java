package io.poolagent.core.foreign;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which library a class belongs to, by its name or its shape. Any thread may call any method. */
public final class Libraries {
    /** Handles of PooledConnections and XAConnections that no known pool asked for. */
    static final Library LOGICAL = new Library("logical handles");

    private Libraries() {}

    /**
     * What a class is called in its library: its own name, but of a class of a copy that was learned from its shape.
     *
     * @param internalName the name that it has
     */
    public static String original(String internalName) {
        return Copies.original(internalName);
    }

    /**
     * As {@link #original}, for a class that is being loaded.
     *
     * @param refersTo whether the class names another one, by its internal name
     */
    public static String learn(String internalName, Predicate<String> refersTo) {
        if (of(internalName) == null) {
            for (Library each : LibraryTable.ALL) {
                String original = each.learn(internalName, refersTo);
                if (original != null) {
                    return original;
                }
            }
        }
        return internalName;
    }

    /** The library that a class belongs to, by its original's internal name; null for none. */
    public static @Nullable Library of(String internalName) {
        for (Library each : LibraryTable.ALL) {
            if (each.owns(internalName)) {
                return each;
            }
        }
        return null;
    }

    /** The library by which objects of a class hand connections out; null for none. */
    static @Nullable Library handingOut(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            String name = original(at.getName().replace('.', '/'));
            Library library = of(name);
            if (library != null && library.handsOut(name)) {
                return library;
            }
        }
        return null;
    }

    /** A class has been rewritten, by its internal name: closes of what it is the class of are told of. */
    public static void seesEnds(String internalName) {
        Ends.seenIn(internalName);
    }

    /** The library whose leases end in a class, by its original's internal name; null for none. */
    public static @Nullable Library endingIn(String internalName) {
        for (Library each : LibraryTable.ALL) {
            if (each.isHandle(internalName) || each.isHandler(internalName)) {
                return each;
            }
        }
        return null;
    }
}
