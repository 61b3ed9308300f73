package io.poolagent.core.report;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where log lines go. Any thread may write. */
interface Sink {
    /**
     * Starts what the target needs of the JVM; lines written before are kept until then where that is necessary.
     *
     * @param driver the loader of the driver that made the first connection; null for the bootstrap loader
     */
    default void open(@Nullable ClassLoader driver) throws IOException {}

    /** Writes a line, or a text of several lines. */
    void write(Level level, String message) throws IOException;

    /** Writes a JSON object, which is one line, with nothing before it where this target can do so. */
    default void writeJson(Level level, String object) throws IOException {
        write(level, object);
    }

    /** Waits until what was written so far is where it belongs, if that takes no longer than this. */
    default void flush(long millis) {}
}
