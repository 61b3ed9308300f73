package io.poolagent.core.foreign;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One library of pools: how its classes are recognised, which of them hand connections out and which end a lease, and
 * where its own figures are read. Names of classes are those of the original, or ends of them, which copies under another
 * package (shaded) keep. Filled by {@link LibraryTable}, then only read.
 */
public final class Library {
    private static final String[] NONE = {};

    private final String name;
    private String[] folders = NONE;
    private String[] sources = NONE;
    private String[] passing = NONE;
    private String[] handles = NONE;
    private String[] handlers = NONE;
    private String[] returning = NONE;
    private String[] names = NONE;
    private String[] closed = NONE;
    private @Nullable Copies copies;
    private final Map<Figure, String[]> figures = new EnumMap<>(Figure.class);

    Library(String name, String... folders) {
        this.name = name;
        this.folders = folders;
    }

    /** Classes whose {@code getConnection}, or {@code Driver.connect}, hands connections out. */
    Library sources(String... classes) {
        this.sources = classes;
        return this;
    }

    /** Classes that only pass a call on to what hands out. */
    Library passing(String... classes) {
        this.passing = classes;
        return this;
    }

    /** Classes of what is handed out: {@code close} and {@code abort} end the lease. */
    Library handles(String... classes) {
        this.handles = classes;
        return this;
    }

    /** Classes of invocation handlers behind proxies that are handed out. */
    Library handlers(String... classes) {
        this.handlers = classes;
        return this;
    }

    /** Classes with a {@code closeConnection(Connection)} that ends the lease. */
    Library providers(String... classes) {
        this.returning = classes;
        return this;
    }

    /** How its classes are known in packages that tell nothing, as {@link Copies} has it. */
    Library copies(String home, String... shapes) {
        this.copies = new Copies(home, shapes);
        return this;
    }

    /** Where its name stands: getters or fields of the source, see {@link Path}. */
    Library named(String... paths) {
        this.names = paths;
        return this;
    }

    /** What says that the pool was closed: by true, or with ! before it by leading nowhere. */
    Library closed(String... paths) {
        this.closed = paths;
        return this;
    }

    /** Where a figure stands. */
    Library figure(Figure figure, String... paths) {
        figures.put(figure, paths);
        return this;
    }

    /** As people call it. */
    public String name() {
        return name;
    }

    /** Whether a class belongs to it, by its internal name. */
    boolean owns(String internalName) {
        for (String folder : folders) {
            if (internalName.contains(folder)) {
                return true;
            }
        }
        return false;
    }

    /** As {@link Copies#learn}. */
    @Nullable
    String learn(String internalName, Predicate<String> refersTo) {
        return copies == null ? null : copies.learn(internalName, refersTo);
    }

    /** Whether a class of its hands connections out. */
    public boolean handsOut(String internalName) {
        return isOne(sources, internalName);
    }

    /** Whether a class of its passes calls on to what hands connections out, and makes none. */
    public boolean passesOn(String internalName) {
        return isOne(passing, internalName);
    }

    /** Whether a class of its is handed out. */
    public boolean isHandle(String internalName) {
        return isOne(handles, internalName);
    }

    /** Whether a class of its answers for proxies that are handed out. */
    public boolean isHandler(String internalName) {
        return isOne(handlers, internalName);
    }

    /** Whether a class of its takes connections back by a method of its own. */
    public boolean takesBack(String internalName) {
        return isOne(returning, internalName);
    }

    /** Whether there is such a class. */
    boolean takesBackByMethod() {
        return returning.length > 0;
    }

    private static boolean isOne(String[] names, String internalName) {
        for (String each : names) {
            if (internalName.endsWith(each)) {
                return true;
            }
        }
        return false;
    }

    /** What the pool calls itself; null where it does not say. */
    @Nullable
    String nameOf(Object source) {
        return Path.text(source, names);
    }

    /** The figure as the pool itself knows it; -1 where it does not say. */
    int read(Figure figure, Object source) {
        return Path.number(source, figures.getOrDefault(figure, NONE));
    }

    boolean isClosed(Object source) {
        for (String path : closed) {
            if (path.startsWith("!") && Path.follow(source, path.substring(1)) == null) {
                return true;
            }
        }
        return "true".equals(Path.text(source, closed));
    }

    @Override
    public String toString() {
        return name;
    }
}
