package io.poolagent.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The agent that is measured. */
final class AgentJar {
    /** What {@code leak.stack} can be set to. */
    private static final List<String> STACKS = List.of("off", "place", "adaptive", "full");

    private final Path jar;
    private final Path folder;
    private int logs;

    private AgentJar(Path jar, Path folder) {
        this.jar = jar;
        this.folder = folder;
    }

    /**
     * The jar at a place.
     *
     * @param folder for its logs
     */
    static AgentJar at(Path jar, Path folder) throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new IOException("no agent at " + jar + "; build it first, or name one with -Dagent.jar=");
        }
        return new AgentJar(jar, folder);
    }

    /** The modes of taking stacks that it knows: it is asked. */
    List<String> stacks(Path java) throws IOException, InterruptedException {
        List<String> known = new ArrayList<>();
        for (String each : STACKS) {
            List<String> ask = List.of(java.toString(), "-jar", jar.toString(), "config", "leak.stack=" + each);
            if (new ChildJvm(ask).exitCode() == 0) {
                known.add(each);
            }
        }
        return known;
    }

    /** How a subject with this mode is called. */
    static String title(@Nullable String stack) {
        return "agent" + (stack == null ? "" : ", leak.stack=" + stack);
    }

    /** An attachment with this mode, and more options. */
    Attachment with(@Nullable String stack, String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        if (stack != null) {
            all.add("leak.stack=" + stack);
        }
        Path log = folder.resolve("agent-" + ++logs + ".log");
        all.add("log.target=file:" + log);
        return new Attachment("-javaagent:" + jar + "=" + String.join(",", all), log);
    }

    /** The agent in one JVM, and the log that it writes there. */
    record Attachment(String jvmArgument, Path log) {
        /** Fails where it did not pool, or failed in a hook. */
        void check() throws IOException {
            String text = Files.exists(log) ? Files.readString(log) : "";
            if (!text.contains("new pool: ") || text.contains("hook error") || text.contains("not pooled: ")) {
                throw new IOException(
                        "the agent did not do what is to be measured; its log " + log + " says:\n" + text);
            }
        }
    }
}
