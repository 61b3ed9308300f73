package io.poolagent.core.lease;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A line of the application's code, by which leases are grouped. Immutable. */
public final class Place {
    /** Where nothing was captured ({@code leak.stack=off}). */
    public static final Place UNKNOWN = new Place("unknown", "unknown", null, -1);

    private final String className;
    private final String method;
    private final @Nullable String file;
    private final int line;

    private Place(String className, String method, @Nullable String file, int line) {
        this.className = className;
        this.method = method;
        this.file = file;
        this.line = line;
    }

    /** The place of a frame. */
    public static Place of(StackTraceElement frame) {
        return new Place(frame.getClassName(), frame.getMethodName(), frame.getFileName(), frame.getLineNumber());
    }

    static Place of(@Nullable Origin origin) {
        StackTraceElement[] frames = origin == null ? new StackTraceElement[0] : origin.frames();
        return frames.length == 0 ? UNKNOWN : of(frames[Frames.first(frames)]);
    }

    /** The class's binary name. */
    public String className() {
        return className;
    }

    /** The method's name. */
    public String method() {
        return method;
    }

    /** The source file's name; null where the class file does not say. */
    public @Nullable String file() {
        return file;
    }

    /** The line; negative where the class file does not say. */
    public int line() {
        return line;
    }

    /** File and line, as an editor takes them: {@code OrderDao.java:88}; else class and method. */
    public String position() {
        if (equals(UNKNOWN)) {
            return "unknown";
        }
        return file == null || line < 0 ? className + "." + method : file + ":" + line;
    }

    /** Class and method: {@code com.acme.OrderDao.load}. */
    public String name() {
        return equals(UNKNOWN) ? "a place that was not captured (leak.stack=off)" : className + "." + method;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Place)) {
            return false;
        }
        Place that = (Place) other;
        return line == that.line
                && className.equals(that.className)
                && method.equals(that.method)
                && Objects.equals(file, that.file);
    }

    @Override
    public int hashCode() {
        return (className.hashCode() * 31 + method.hashCode()) * 31 + line;
    }

    @Override
    public String toString() {
        return equals(UNKNOWN) ? "an unknown place (leak.stack=off)" : name() + "(" + position() + ")";
    }
}
