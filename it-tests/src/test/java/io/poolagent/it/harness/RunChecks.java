package io.poolagent.it.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What holds for every run with the agent: no error in a hook, and no warning of the JVM's because of the agent. */
final class RunChecks {
    private static final Pattern WARNING = Pattern.compile("(?i)\\bwarning\\b");

    private final List<Pattern> expected = new ArrayList<>();
    private boolean hookErrorsAllowed;

    void expect(String warning) {
        expected.add(Pattern.compile(warning));
    }

    void hookErrorsAllowed() {
        hookErrorsAllowed = true;
    }

    void check(Run run) {
        if (!hookErrorsAllowed) {
            assertEquals(List.of(), run.agentLines("hook error"), () -> "errors in the agent's hooks: " + run);
        }
        List<String> warnings = run.otherErrors().stream()
                .filter(line -> WARNING.matcher(line).find())
                .filter(line ->
                        expected.stream().noneMatch(each -> each.matcher(line).find()))
                .toList();
        List<String> logged =
                run.lines().stream().filter(line -> line.contains("[warning][")).toList();
        assertEquals(List.of(), logged, () -> "warnings in the JVM's log on standard output: " + run);
        assertEquals(List.of(), warnings, () -> "warnings of the JVM's in a run with the agent: " + run);
    }
}
