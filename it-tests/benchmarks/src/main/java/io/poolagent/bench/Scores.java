package io.poolagent.bench;

import java.util.Arrays;
import java.util.Collection;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** What the iterations of one subject gave, over all its forks. Grows; used by one thread. */
final class Scores {
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private double[] scores = {};
    private double[] bytes = {};

    void add(Collection<RunResult> results) {
        for (RunResult run : results) {
            for (BenchmarkResult fork : run.getBenchmarkResults()) {
                for (IterationResult iteration : fork.getIterationResults()) {
                    scores = with(scores, iteration.getPrimaryResult().getScore());
                    Result<?> allocation = iteration.getSecondaryResults().get(ALLOCATION);
                    if (allocation != null) {
                        bytes = with(bytes, allocation.getScore());
                    }
                }
            }
        }
    }

    /** The middle one: a burst of somebody else's on the machine does not move it. */
    double median() {
        return median(scores);
    }

    double least() {
        return scores[0];
    }

    double most() {
        return scores[scores.length - 1];
    }

    /** Bytes allocated per operation. */
    double bytes() {
        return median(bytes);
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double[] with(double[] sorted, double one) {
        double[] more = Arrays.copyOf(sorted, sorted.length + 1);
        more[sorted.length] = one;
        Arrays.sort(more);
        return more;
    }
}
