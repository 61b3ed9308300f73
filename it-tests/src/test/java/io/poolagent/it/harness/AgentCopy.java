package io.poolagent.it.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Copies of the agent's jar, some of them broken. */
public final class AgentCopy {
    private AgentCopy() {}

    /** An exact copy. */
    public static Path exact(Path to) throws IOException {
        return Files.copy(Project.AGENT, to);
    }

    /** A copy without the entries whose names begin in a certain way. */
    public static Path without(Path to, String prefix) throws IOException {
        return changed(to, (name, content) -> name.startsWith(prefix) ? null : content);
    }

    /** A copy in which one entry has other content. */
    public static Path with(Path to, String entry, byte[] instead) throws IOException {
        return changed(to, (name, content) -> name.equals(entry) ? instead : content);
    }

    /** The content of one entry. */
    public static byte[] entry(String name) throws IOException {
        try (ZipFile jar = new ZipFile(Project.AGENT.toFile());
                InputStream in = jar.getInputStream(jar.getEntry(name))) {
            return in.readAllBytes();
        }
    }

    private static Path changed(Path to, BiFunction<String, byte[], byte[]> change) throws IOException {
        int changes = 0;
        try (ZipFile from = new ZipFile(Project.AGENT.toFile());
                OutputStream file = Files.newOutputStream(to);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Enumeration<? extends ZipEntry> all = from.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                byte[] content;
                try (InputStream in = from.getInputStream(entry)) {
                    content = in.readAllBytes();
                }
                byte[] changed = change.apply(entry.getName(), content);
                changes += changed == content ? 0 : 1;
                if (changed != null) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    out.write(changed);
                    out.closeEntry();
                }
            }
        }
        if (changes == 0) {
            throw new IllegalArgumentException("nothing to break in " + Project.AGENT);
        }
        return to;
    }
}
