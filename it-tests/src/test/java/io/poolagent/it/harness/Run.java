package io.poolagent.it.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a program did.
 *
 * @param command how it was started
 * @param exitCode its exit code
 * @param output its standard output, a character for each byte
 * @param errors its standard error
 * @param took from start to end
 */
public record Run(String command, int exitCode, String output, String errors, Duration took) {
    private static final String OURS = "[pool-agent]";

    /** What pgjdbc logs of a stream that a program gave up before it ran the statement: once the JVM collects garbage, if it does. */
    private static final Pattern BY_CHANCE = Pattern.compile(
            ".* org\\.postgresql\\.util\\.TempFileHolder onClean|WARNING: StreamWrapper leak detected.*");

    /** Standard output as text. */
    public String text() {
        return new String(output.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** The lines of standard output. */
    public List<String> lines() {
        return text().lines().toList();
    }

    /** The agent's lines on standard error. */
    public List<String> agentLines() {
        return errors.lines().filter(line -> line.startsWith(OURS)).toList();
    }

    /** What is on standard error without the agent's lines, and without those that are there by chance. */
    public List<String> otherErrors() {
        return errors.lines()
                .filter(line ->
                        !line.startsWith(OURS) && !BY_CHANCE.matcher(line).matches())
                .toList();
    }

    /** The agent's lines that contain a text. */
    public List<String> agentLines(String part) {
        return agentLines().stream().filter(line -> line.contains(part)).toList();
    }

    /** Fails unless the program ended well. */
    public Run succeeded() {
        assertEquals(0, exitCode, () -> "exit code of " + this);
        return this;
    }

    /** The lines of the form {@code name=value} on standard output, in their order. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String line : lines()) {
            int equals = line.indexOf('=');
            if (equals > 0 && facts.put(line.substring(0, equals), line.substring(equals + 1)) != null) {
                fail("the fact " + line.substring(0, equals) + " is printed twice by " + this);
            }
        }
        return facts;
    }

    /** One of the {@link #facts}. */
    public String fact(String name) {
        String value = facts().get(name);
        return value == null ? fail("no fact " + name + " from " + this) : value;
    }

    /** One of the {@link #facts}, as a whole number. */
    public long number(String name) {
        return Long.parseLong(fact(name));
    }

    /** Everything but standard output. */
    public String summary() {
        return command + "\nexit code " + exitCode + " after " + took.toMillis() + " ms\n--- standard error\n" + errors;
    }

    @Override
    public String toString() {
        return command + "\nexit code " + exitCode + " after " + took.toMillis() + " ms\n--- standard output\n" + text()
                + "--- standard error\n" + errors;
    }
}
