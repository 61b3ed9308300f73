package io.poolagent.sample.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows of cells, aligned for a fixed-width font: the first column to the left, the others to the right. */
public final class Table {

    private final List<String[]> rows = new ArrayList<>();

    /** Adds a row; a row of one cell is a heading. */
    public Table row(String... cells) {
        rows.add(cells);
        return this;
    }

    /** The lines, without blanks at their ends. */
    public List<String> lines() {
        int columns = 0;
        for (String[] row : rows) {
            columns = Math.max(columns, row.length);
        }
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                String format = i == 0 ? "%-" + widths[i] + "s" : "  %" + widths[i] + "s";
                line.append(String.format(Locale.ROOT, format, row[i]));
            }
            lines.add(line.toString().replaceAll("\\s+$", ""));
        }
        return lines;
    }
}
