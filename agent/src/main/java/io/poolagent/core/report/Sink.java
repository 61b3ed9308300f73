package io.poolagent.core.report;

import java.io.IOException;

/** Where log lines go. Any thread may write. */
interface Sink {
    /** Starts what the target needs of the JVM; lines written before are kept until then where that is necessary. */
    default void open() throws IOException {}

    /** Writes a line. */
    void write(Level level, String message) throws IOException;
}
