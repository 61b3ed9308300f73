package io.poolagent.core.report;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A file that is appended to; at 10 MiB it is renamed to {@code NAME.1}, over an older one, and begun anew. */
final class FileSink implements Sink {
    private static final long MOST = 10L << 20;

    private final File file;
    private @Nullable FileOutputStream out;

    FileSink(String path) {
        this.file = new File(path);
    }

    @Override
    public synchronized void write(Level level, String message) throws IOException {
        FileOutputStream to = out;
        if (to != null && file.length() > MOST) {
            to.close();
            File old = new File(file.getPath() + ".1");
            boolean deleted = old.delete();
            if (file.renameTo(old) || deleted) {
                to = null;
            }
        }
        if (to == null) {
            to = new FileOutputStream(file, true);
            out = to;
        }
        to.write(Line.of(level, message).getBytes(StandardCharsets.UTF_8));
    }
}
