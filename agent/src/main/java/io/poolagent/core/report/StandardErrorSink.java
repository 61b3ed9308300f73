package io.poolagent.core.report;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;

/**
 * The process's standard error, not {@code System.err}: an application that replaced that one, perhaps by a stream
 * which logs to its database, must not meet the agent's lines there.
 */
final class StandardErrorSink implements Sink {
    private final FileOutputStream out = new FileOutputStream(FileDescriptor.err);

    @Override
    public synchronized void write(Level level, String message) throws IOException {
        out.write(Line.of(level, message).getBytes(Charset.defaultCharset()));
    }
}
