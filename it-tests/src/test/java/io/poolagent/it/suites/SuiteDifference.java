package io.poolagent.it.suites;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A test that ended with the agent as it never did without.
 *
 * @param test its unique id
 * @param without how it ended without the agent
 * @param with how it ended with the agent
 */
record SuiteDifference(String test, List<String> without, String with) {
    private static final String MISSING = "missing";

    /** Those that none of the patterns of known ones finds. */
    static List<SuiteDifference> unknown(List<SuiteResults> without, SuiteResults with, List<String> known) {
        return between(without, with).stream()
                .filter(each -> known.stream().noneMatch(each::isFoundBy))
                .toList();
    }

    /** The patterns of known ones that find none any more. */
    static List<String> stale(List<SuiteResults> without, SuiteResults with, List<String> known) {
        List<SuiteDifference> differences = between(without, with);
        return known.stream()
                .filter(pattern -> differences.stream().noneMatch(each -> each.isFoundBy(pattern)))
                .toList();
    }

    private static List<SuiteDifference> between(List<SuiteResults> without, SuiteResults with) {
        TreeSet<String> tests = new TreeSet<>(with.tests().keySet());
        without.forEach(each -> tests.addAll(each.tests().keySet()));
        List<SuiteDifference> differences = new ArrayList<>();
        for (String test : tests) {
            List<String> before = without.stream()
                    .map(each -> each.tests().getOrDefault(test, MISSING))
                    .distinct()
                    .toList();
            String after = with.tests().getOrDefault(test, MISSING);
            if (!before.contains(after)) {
                differences.add(new SuiteDifference(test, before, after));
            }
        }
        return differences;
    }

    private boolean isFoundBy(String pattern) {
        return Pattern.compile(pattern).matcher(test).find();
    }

    @Override
    public String toString() {
        return "\n" + test + "\n  without agent: " + without + "\n  with agent:    " + with;
    }
}
