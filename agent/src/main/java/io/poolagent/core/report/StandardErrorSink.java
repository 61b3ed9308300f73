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
    public void write(Level level, String message) throws IOException {
        append(Line.of(level, message));
    }

    @Override
    public void writeJson(Level level, String object) throws IOException {
        append(object + System.lineSeparator());
    }

    private synchronized void append(String line) throws IOException {
        out.write(line.getBytes(Charset.defaultCharset()));
    }
}
