package io.poolagent.sample.compare;

import io.poolagent.sample.load.Figures;
import java.util.ArrayList;
import java.util.List;

/** Compares what two runs printed, figures aside. */
public final class OutputDifference {

    private static final int SHOWN = 10;

    private OutputDifference() {}

    /** The lines outside the block of figures. */
    public static List<String> withoutFigures(List<String> output) {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : output) {
            inside = inside || line.equals(Figures.BEGIN);
            if (!inside) {
                lines.add(line);
            }
            inside = inside && !line.equals(Figures.END);
        }
        return lines;
    }

    /** The first lines that differ, for people; none when the outputs are the same, figures aside. */
    public static List<String> of(List<String> without, List<String> with) {
        List<String> first = withoutFigures(without);
        List<String> second = withoutFigures(with);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
            String one = i < first.size() ? first.get(i) : "(no such line)";
            String other = i < second.size() ? second.get(i) : "(no such line)";
            if (!one.equals(other) && differences.size() < 3 * SHOWN) {
                differences.add("line " + (i + 1));
                differences.add("  without agent: " + one);
                differences.add("  with agent:    " + other);
            }
        }
        return differences;
    }
}
