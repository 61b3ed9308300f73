package io.poolagent.core.foreign;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Copies of a library in packages whose names tell nothing. There a class is known by its shape: by its name from the
 * library's own package on, and by another class of the library that it refers to. Any thread may use it.
 */
final class Copies {
    /** What classes of copies are called in the original: one loader's copy is known to all, as names are everywhere here. */
    private static final Map<String, String> ORIGINALS = new ConcurrentHashMap<>();

    private final String home;
    private final String[] shapes;

    /**
     * @param home the library's own package, with slashes and one at the end
     * @param shapes {@code A:B} for class A that refers to class B, both from there on
     */
    Copies(String home, String... shapes) {
        this.home = home;
        this.shapes = shapes;
    }

    /** The name in the original of a class that was learned; its own of any other. */
    static String original(String internalName) {
        return ORIGINALS.getOrDefault(internalName, internalName);
    }

    /**
     * Learns whether a class is one of a copy.
     *
     * @param refersTo whether the class names another one, by its internal name
     * @return its name in the original; null where it is none
     */
    @Nullable
    String learn(String internalName, Predicate<String> refersTo) {
        for (String shape : shapes) {
            int colon = shape.indexOf(':');
            String self = shape.substring(0, colon);
            int root = internalName.length() - self.length();
            boolean named = internalName.endsWith(self) && (root == 0 || internalName.charAt(root - 1) == '/');
            if (named && refersTo.test(internalName.substring(0, root) + shape.substring(colon + 1))) {
                ORIGINALS.put(internalName, home + self);
                return home + self;
            }
        }
        return null;
    }
}
