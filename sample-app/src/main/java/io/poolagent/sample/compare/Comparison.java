package io.poolagent.sample.compare;

import io.poolagent.sample.load.Figure;
import io.poolagent.sample.load.Figures;
import java.util.Locale;
import java.util.OptionalDouble;

/** Puts the figures of two runs side by side. */
public final class Comparison {

    /** From here up to one, the reciprocal is printed as 1.0. */
    private static final double NEARLY_ONE = 0.95;

    private Comparison() {}

    /** A table with the figures without the agent, with it, and the second in terms of the first. */
    public static Table table(Figures without, Figures with) {
        Table table = new Table().row("", "without agent", "with agent", "ratio");
        for (Figure.Section section : Figure.Section.values()) {
            table.row(section.title());
            for (Figure figure : Figure.values()) {
                if (figure.section() == section) {
                    table.row(
                            "  " + figure.label(),
                            without.text(figure),
                            with.text(figure),
                            ratio(figure, without, with));
                }
            }
        }
        return table;
    }

    /** Above one as "12 x", below one as "1/12"; empty where it would say nothing. */
    static String ratio(Figure figure, Figures without, Figures with) {
        OptionalDouble before = without.get(figure);
        OptionalDouble after = with.get(figure);
        if (!figure.comparable() || !before.isPresent() || !after.isPresent()) {
            return "";
        }
        double quotient = after.getAsDouble() / before.getAsDouble();
        if (Double.isNaN(quotient) || Double.isInfinite(quotient) || quotient == 0) {
            return "";
        }
        return quotient > NEARLY_ONE ? number(quotient) + " x" : "1/" + number(1 / quotient);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%,.1f" : "%,.0f", value);
    }
}
