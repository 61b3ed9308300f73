package io.poolagent.core.report;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A file that is appended to. Before it would become too large it is renamed to {@code NAME.1}, older ones to
 * {@code NAME.2} and so on; only a single line that is too large by itself makes a file larger.
 */
final class FileSink implements Sink {
    private final File file;
    private final long mostBytes;
    private final int oldFiles;
    private @Nullable FileOutputStream out;

    /**
     * A file that need not exist yet; its folder must.
     *
     * @param oldFiles how many old files are kept; with 0 a full file is thrown away
     */
    FileSink(String path, long mostBytes, int oldFiles) {
        this.file = new File(path);
        this.mostBytes = mostBytes;
        this.oldFiles = oldFiles;
    }

    @Override
    public void write(Level level, String message) throws IOException {
        append(Line.of(level, message));
    }

    @Override
    public void writeJson(Level level, String object) throws IOException {
        append(object + System.lineSeparator());
    }

    private synchronized void append(String line) throws IOException {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        long length = file.length();
        if (length > 0 && length + bytes.length > mostBytes) {
            rotate();
        }
        FileOutputStream to = out;
        if (to == null) {
            to = new FileOutputStream(file, true);
            out = to;
        }
        to.write(bytes);
    }

    /**
     * Where the file can not be renamed it goes on growing. Old ones move up to the first gap only: when the file could
     * not be renamed the last time, there is a gap at 1, and no further old one is lost.
     */
    private void rotate() throws IOException {
        FileOutputStream open = out;
        out = null;
        if (open != null) {
            open.close();
        }
        if (oldFiles == 0) {
            boolean unused = file.delete();
            return;
        }
        int free = 1;
        while (free < oldFiles && old(free).exists()) {
            free++;
        }
        for (int i = free; i > 0; i--) {
            File to = old(i);
            boolean isFree = !to.exists() || to.delete();
            if (!isFree || !(i == 1 ? file : old(i - 1)).renameTo(to)) {
                return;
            }
        }
    }

    private File old(int number) {
        return new File(file.getPath() + '.' + number);
    }
}
