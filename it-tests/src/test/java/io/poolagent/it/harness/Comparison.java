package io.poolagent.it.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

/**
 * Two runs of one program.
 *
 * @param without without the agent
 * @param with with the agent
 */
public record Comparison(Run without, Run with) {
    /** Fails unless both ended alike and wrote the same bytes to standard output. */
    public Comparison same() {
        assertEquals(List.of(), differences(without.lines(), with.lines()), () -> "output of " + with.summary());
        assertEquals(without.output(), with.output(), () -> "bytes of standard output of " + with);
        assertEquals(without.exitCode(), with.exitCode(), () -> "exit code of " + with);
        return this;
    }

    /** Fails unless standard error is the same too, the agent's own lines aside. */
    public Comparison sameErrors() {
        assertEquals(
                List.of(),
                differences(without.otherErrors(), with.otherErrors()),
                () -> "standard error of " + with.summary());
        return this;
    }

    private static List<String> differences(List<String> without, List<String> with) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(without.size(), with.size()); i++) {
            String one = i < without.size() ? without.get(i) : "(no line)";
            String other = i < with.size() ? with.get(i) : "(no line)";
            if (!one.equals(other)) {
                differences.add("\nline " + (i + 1) + "\n  without agent: " + one + "\n  with agent:    " + other);
            }
        }
        return differences;
    }
}
