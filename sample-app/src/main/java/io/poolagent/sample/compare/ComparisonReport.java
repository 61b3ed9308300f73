package io.poolagent.sample.compare;

import io.poolagent.sample.load.Figures;
import java.io.PrintStream;
import java.util.List;

/** What the user is told about the two runs. */
final class ComparisonReport {

    private final ChildResult without;
    private final ChildResult with;
    private final boolean sameRequests;

    /** About two runs, whose output can be compared if both served the same requests. */
    ComparisonReport(ChildResult without, ChildResult with, boolean sameRequests) {
        this.without = without;
        this.with = with;
        this.sameRequests = sameRequests;
    }

    /** Prints it and returns whether all is well. */
    boolean print(PrintStream out) {
        out.println();
        Comparison.table(Figures.parse(without.output()), Figures.parse(with.output()))
                .lines()
                .forEach(out::println);
        out.println();
        boolean same = printDifference(out);
        printFailure(without, "without", out);
        printFailure(with, "with", out);
        return same && without.wentWell() && with.wentWell();
    }

    private boolean printDifference(PrintStream out) {
        if (!sameRequests) {
            out.println("What the shop printed is compared with a fixed number of requests only (--requests).");
            return true;
        }
        List<String> differences = OutputDifference.of(without.output(), with.output());
        if (differences.isEmpty()) {
            int lines = OutputDifference.withoutFigures(with.output()).size();
            out.println("Figures aside, both runs printed the same " + lines + " lines.");
            return true;
        }
        out.println("Figures aside, the two runs printed different lines:");
        differences.forEach(out::println);
        return false;
    }

    private static void printFailure(ChildResult result, String word, PrintStream out) {
        if (!result.wentWell()) {
            out.println("The run " + word + " agent failed: its standard error says why.");
        }
    }
}
