package io.poolagent.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table for a README. Numbers are right-aligned; the first column and the budgets are not numbers. */
final class MarkdownTable {
    /** The head of the column that says what must be kept. */
    static final String BUDGET = "budget";

    private final List<String> lines = new ArrayList<>();

    MarkdownTable(String... heads) {
        row(heads);
        StringBuilder rule = new StringBuilder("|");
        for (int i = 0; i < heads.length; i++) {
            rule.append(i == 0 || heads[i].equals(BUDGET) ? "---|" : "---:|");
        }
        lines.add(rule.toString());
    }

    final MarkdownTable row(String... cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
        return this;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** A number as people write it: 7.3, 95, 1,570. */
    static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.1f" : "%,.0f", value);
    }

    /** How many times the one is the other. */
    static String ratio(double value, double base) {
        double ratio = value / base;
        return String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%,.0f", ratio);
    }

    /** A budget that is an upper limit, and whether it is kept. */
    static String atMost(double limit, double value, String unit, String why) {
        return "at most " + number(limit) + unit + " (" + why + "): " + (value <= limit ? "kept" : "**missed**");
    }

    /** A budget that is a lower limit for a ratio, and whether it is kept. */
    static String atLeast(String limit, double value, double base, String what) {
        boolean kept = value / base >= Double.parseDouble(limit);
        return "at least " + limit + " x " + what + ": " + (kept ? "kept" : "**missed**");
    }
}
