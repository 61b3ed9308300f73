package io.poolagent.sample.compare;

import io.poolagent.sample.cli.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A Java installation. */
final class JavaHome {

    private final Path home;

    private JavaHome(Path home) {
        this.home = home;
    }

    /** The installation in a folder, or the one that runs this when none is given. */
    static JavaHome at(@Nullable String folder) throws UsageException {
        JavaHome java = new JavaHome(Paths.get(folder == null ? System.getProperty("java.home") : folder));
        if (!Files.isExecutable(java.launcher())) {
            throw new UsageException("--java-home cannot be '" + folder
                    + "'; allowed is a folder with a Java installation, with bin/java in it.");
        }
        return java;
    }

    Path launcher() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return home.resolve("bin").resolve(windows ? "java.exe" : "java");
    }

    /** The version, as far as the installation says. */
    String version() {
        Path release = home.resolve("release");
        if (Files.isRegularFile(release)) {
            Properties properties = new Properties();
            try (InputStream in = Files.newInputStream(release)) {
                properties.load(in);
                return properties.getProperty("JAVA_VERSION", home.toString()).replace("\"", "");
            } catch (IOException e) {
                return home.toString();
            }
        }
        return home.toString();
    }
}
