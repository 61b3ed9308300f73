package io.poolagent.it.harness;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds Java installations: the one that runs the tests, those that the system property {@code it.jdks} or the
 * environment variable {@code IT_JDKS} lists, those of the usual folders, and those that the tool script beside the
 * repository can install.
 */
public final class Jdks {
    private static final Path SCRIPT = Project.ROOT.resolve("../shared/tools/jdk.sh");
    private static final List<Integer> SCRIPTED = List.of(8, 11, 21);
    private static final Pattern VERSION = Pattern.compile("version \"(?:1\\.)?(\\d+)");
    private static final Map<Integer, Optional<Jdk>> FOUND = new ConcurrentHashMap<>();

    private Jdks() {}

    /** The newest installation of a feature version; the calling test is skipped, with the reason, where none is. */
    public static Jdk require(int feature) {
        return find(feature)
                .orElseGet(() -> abort("no JDK " + feature + " on this machine (looked at this JVM, "
                        + "-Dit.jdks, IT_JDKS, /usr/lib/jvm, /opt and " + SCRIPT.normalize() + ")"));
    }

    private static Optional<Jdk> find(int feature) {
        return FOUND.computeIfAbsent(feature, wanted -> {
            if (Jdk.current().feature() == wanted) {
                return Optional.of(Jdk.current());
            }
            Optional<Jdk> installed =
                    homes().filter(home -> version(home) == wanted).findFirst().map(home -> new Jdk(wanted, home));
            return installed.isPresent() ? installed : install(wanted);
        });
    }

    private static Stream<Path> homes() {
        List<Path> homes = new ArrayList<>();
        for (String list : new String[] {System.getProperty("it.jdks"), System.getenv("IT_JDKS")}) {
            if (list != null) {
                Stream.of(list.split("[,:;]")).map(Path::of).forEach(homes::add);
            }
        }
        for (String folder : List.of("/usr/lib/jvm", "/opt", "/Library/Java/JavaVirtualMachines")) {
            File[] found = new File(folder).listFiles();
            if (found != null) {
                Stream.of(found).map(File::toPath).sorted().forEach(homes::add);
            }
        }
        return homes.stream()
                .map(home -> Files.isDirectory(home.resolve("Contents/Home")) ? home.resolve("Contents/Home") : home)
                .filter(home -> Files.isExecutable(home.resolve("bin/javac")));
    }

    private static int version(Path home) {
        Matcher matcher =
                VERSION.matcher(answer(List.of(home.resolve("bin/java").toString(), "-version")));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    private static Optional<Jdk> install(int feature) {
        if (!Files.isExecutable(SCRIPT) || !SCRIPTED.contains(feature)) {
            return Optional.empty();
        }
        String[] lines =
                answer(List.of(SCRIPT.toString(), String.valueOf(feature))).split("\\R");
        Path home = Path.of(lines[lines.length - 1].trim());
        return version(home) == feature ? Optional.of(new Jdk(feature, home)) : Optional.empty();
    }

    /** What a command prints, on both streams. */
    private static String answer(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            ForkedJvm.scrub(builder.environment());
            Process process = builder.start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            process.waitFor(5, TimeUnit.MINUTES);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
