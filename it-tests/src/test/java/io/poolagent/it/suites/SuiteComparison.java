package io.poolagent.it.suites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

/** A suite's run without the agent, beside which runs with it are held. */
final class SuiteComparison {
    private final Suite suite;
    private List<String> known;
    private final List<SuiteResults> without = new ArrayList<>();

    /**
     * Runs the suite without the agent.
     *
     * @param known patterns of ids of tests that are known to differ
     */
    SuiteComparison(Suite suite, String... known) {
        this.suite = suite;
        this.known = List.of(known);
        without.add(suite.without("without"));
        System.out.println(suite.name() + " without agent: " + without.get(0).counts());
    }

    /** From here other tests are known to differ, by patterns of their ids. */
    SuiteComparison knowing(String... others) {
        known = List.of(others);
        return this;
    }

    /** Fails unless all tests end with the agent as without it, and the agent makes at least so many pools. */
    SuiteComparison sameWith(String run, int pools, String... options) {
        SuiteResults with = suite.with(run, options);
        System.out.println(suite.name() + " " + run + ": " + with.counts() + "; " + with.work());
        if (!SuiteDifference.unknown(without, with, known).isEmpty() && without.size() == 1) {
            // A test that has both results without the agent proves nothing.
            without.add(suite.without("without-again"));
        }
        assertEquals(List.of(), SuiteDifference.unknown(without, with, known), () -> "differences in " + suite.name());
        assertEquals(
                List.of(), SuiteDifference.stale(without, with, known), () -> "known, but gone, in " + suite.name());
        assertTrue(with.pools() >= pools, () -> "the agent pooled too little in " + suite.name() + ": " + with.work());
        return this;
    }
}
