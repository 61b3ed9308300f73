package io.poolagent.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.util.Version;

/** Measures what the agent costs, and prints it as Markdown. */
public final class Main {
    private static final List<Section> SECTIONS =
            List.of(new AcquireReleaseSection(), new StatementSection(), new HeapSection(), new PostgresSection());

    private Main() {}

    /**
     * Measures.
     *
     * @param arguments {@code --short} or {@code --check} for less of everything; {@code --only acquire,statement,heap,postgres}
     *     for some tables; {@code --java HOME} for another Java. They may come as one text.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        run(System.out, String.join(" ", arguments).strip().split(" +"));
    }

    static void run(PrintStream out, String... arguments) throws IOException, InterruptedException {
        Extent extent = Extent.FULL;
        Path javaHome = Path.of(System.getProperty("java.home", ""));
        List<String> names = SECTIONS.stream().map(Section::name).toList();
        List<String> only = names;
        for (Iterator<String> rest = Arrays.asList(arguments).iterator(); rest.hasNext(); ) {
            switch (rest.next()) {
                case "" -> {}
                case "--short" -> extent = Extent.SHORT;
                case "--check" -> extent = Extent.CHECK;
                case "--only" -> only = List.of(rest.next().split(","));
                case "--java" -> javaHome = Path.of(rest.next());
                default ->
                    throw new IllegalArgumentException("known are --short, --check, --only NAME,NAME and --java HOME");
            }
        }
        if (!names.containsAll(only)) {
            throw new IllegalArgumentException("--only knows " + names + ", not all of " + only);
        }
        Path agentJar = Path.of(required("bench.agent.jar")).normalize();
        try (Lab lab = Lab.in(Path.of(required("bench.folder")), agentJar, javaHome, extent)) {
            out.printf(
                    Locale.ROOT,
                    "JMH %s, %s; %s; %d processors, load average at the start %.1f. Figures are medians of forks.%n",
                    Version.getPlainVersion(),
                    extent.description(),
                    javaHome,
                    Runtime.getRuntime().availableProcessors(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            for (Section section : SECTIONS) {
                if (only.contains(section.name())) {
                    List<String> table = section.measure(lab);
                    out.println();
                    out.println(section.heading() + ":");
                    out.println();
                    table.forEach(out::println);
                }
            }
        }
    }

    private static String required(String property) {
        return Objects.requireNonNull(System.getProperty(property), property);
    }
}
