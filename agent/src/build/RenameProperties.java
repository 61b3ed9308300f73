import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Renames, in the class files of the bundled libraries, the system properties that they read, and environment variables
 * and files on the class path, so that an application's -Dhikaricp.configurationFile, -Dslf4j.provider or
 * PROMETHEUS_CONFIG does not reach the agent's copies. Run by the build, with the folder
 * of the unpacked libraries and the new prefix as arguments.
 */
public final class RenameProperties {
    private static final List<String> PREFIXES = List.of(
            "hikaricp.",
            "com.zaxxer.hikari.",
            "slf4j.",
            "io.prometheus",
            "io_prometheus",
            "IO_PROMETHEUS",
            "prometheus.",
            "PROMETHEUS_CONFIG");
    private static final int UTF8 = 1;
    private static final int[] SIZES = {0, 0, 0, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 0, 0, 3, 2, 4, 4, 2, 2};

    private RenameProperties() {}

    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(file -> file.toString().endsWith(".class")).sorted().toList();
        }
        int renamed = 0;
        for (Path file : files) {
            renamed += rename(root, file, arguments[1]);
        }
        if (renamed == 0) {
            throw new IllegalStateException("no system property found to rename below " + root);
        }
        System.out.println("renamed " + renamed + " system properties of bundled libraries");
    }

    private static int rename(Path root, Path file, String prefix) throws IOException {
        byte[] before = Files.readAllBytes(file);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(before.length + 256);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(before));
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(in.readLong());
        int entries = in.readUnsignedShort();
        out.writeShort(entries);
        int renamed = 0;
        int found = 0;
        for (int i = 1; i < entries; i++) {
            int tag = in.readUnsignedByte();
            out.writeByte(tag);
            if (tag == UTF8) {
                String text = in.readUTF();
                found += text.startsWith(prefix) ? 1 : 0; // a build without clean: renamed before
                boolean property = isProperty(root, text);
                out.writeUTF(property ? prefix + text : text);
                renamed += property ? 1 : 0;
            } else {
                out.write(in.readNBytes(SIZES[tag]));
                i += tag == 5 || tag == 6 ? 1 : 0;
            }
        }
        in.transferTo(out);
        if (renamed > 0) {
            Files.write(file, bytes.toByteArray());
        }
        return found + renamed;
    }

    /** A name with one of the prefixes that is not the name of a class, and no sentence. */
    private static boolean isProperty(Path root, String text) {
        return PREFIXES.stream().anyMatch(text::startsWith)
                && text.indexOf(' ') < 0
                && !Files.exists(root.resolve(text.replace('.', '/') + ".class"));
    }
}
