package io.poolagent.core.intercept;

import java.io.File;
import org.jspecify.annotations.Nullable;

/** A file as it was: where it is, when it was written and how long it is. Immutable. */
final class FileStamp {
    private final File file;
    private final long written;
    private final long length;

    FileStamp(File file) {
        this.file = file;
        this.written = file.lastModified();
        this.length = file.length();
    }

    /** Whether the file is still as it was. */
    boolean isNow() {
        return file.lastModified() == written && file.length() == length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FileStamp
                && file.equals(((FileStamp) other).file)
                && written == ((FileStamp) other).written
                && length == ((FileStamp) other).length;
    }

    @Override
    public int hashCode() {
        return file.hashCode() * 31 + Long.hashCode(written);
    }
}
