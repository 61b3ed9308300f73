package io.poolagent.sample.load;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Measured values. Those that could not be had are missing. */
public final class Figures {

    /** The line before the figures on standard output. */
    public static final String BEGIN = "--- figures ---";

    /** The line after the figures on standard output. */
    public static final String END = "--- end of figures ---";

    private static final String UNKNOWN = "n/a";

    private final Map<Figure, Double> values = new EnumMap<>(Figure.class);

    /** Sets a value. */
    public void put(Figure figure, double value) {
        values.put(figure, value);
    }

    /** Sets a number of things, unless it is negative, which stands for unknown. */
    public void putCount(Figure figure, long count) {
        if (count >= 0) {
            put(figure, (double) count);
        }
    }

    /** A value, if it is known. */
    public OptionalDouble get(Figure figure) {
        Double value = values.get(figure);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** A value in the form in which it is printed. */
    public String text(Figure figure) {
        OptionalDouble value = get(figure);
        return value.isPresent()
                ? String.format(Locale.ROOT, "%,." + figure.decimals() + "f", value.getAsDouble())
                : UNKNOWN;
    }

    /** Prints the block of figures, the only part of a run's standard output that differs from run to run. */
    public void print(PrintStream out) {
        out.println(BEGIN);
        for (Figure.Section section : Figure.Section.values()) {
            out.println(section.title());
            for (Figure figure : Figure.values()) {
                if (figure.section() == section) {
                    out.println(String.format(Locale.ROOT, "  %-46s %14s", figure.label(), text(figure)));
                }
            }
        }
        out.println(END);
    }

    /** The values in a printed block; lines around it are skipped. */
    public static Figures parse(List<String> output) {
        Figures figures = new Figures();
        int begin = output.indexOf(BEGIN);
        int end = output.indexOf(END);
        if (begin < 0 || end < begin) {
            return figures;
        }
        Figure.Section current = Figure.Section.CONNECT;
        for (String line : output.subList(begin + 1, end)) {
            for (Figure.Section section : Figure.Section.values()) {
                current = line.equals(section.title()) ? section : current;
            }
            int value = line.lastIndexOf(' ') + 1;
            figures.parse(current, line.substring(0, value).trim(), line.substring(value));
        }
        return figures;
    }

    private void parse(Figure.Section section, String label, String value) {
        for (Figure figure : Figure.values()) {
            if (figure.section() == section && figure.label().equals(label) && !value.equals(UNKNOWN)) {
                put(figure, Double.parseDouble(value.replace(",", "")));
            }
        }
    }
}
