package io.poolagent.bench;

import java.util.Arrays;
import java.util.Collection;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What the forks of one subject gave: of each the median of its iterations, since it is the compiler's luck in a fork that
 * differs most. Grows; used by one thread.
 */
final class Scores {
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private double[] forks = {};
    private double[] bytes = {};

    void add(Collection<RunResult> results) {
        for (RunResult run : results) {
            for (BenchmarkResult fork : run.getBenchmarkResults()) {
                double[] scores = {};
                for (IterationResult iteration : fork.getIterationResults()) {
                    scores = with(scores, iteration.getPrimaryResult().getScore());
                    Result<?> allocation = iteration.getSecondaryResults().get(ALLOCATION);
                    if (allocation != null) {
                        bytes = with(bytes, allocation.getScore());
                    }
                }
                forks = with(forks, median(scores));
            }
        }
    }

    /** The fork in the middle: a burst of somebody else's on the machine does not move it. */
    double median() {
        return median(forks);
    }

    /** The least fork. */
    double least() {
        return forks[0];
    }

    /** The greatest fork. */
    double most() {
        return forks[forks.length - 1];
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
