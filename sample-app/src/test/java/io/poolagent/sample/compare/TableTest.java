package io.poolagent.sample.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void alignsLabelsLeftAndValuesRight() {
        Table table = new Table()
                .row("", "without", "with", "ratio")
                .row("heading")
                .row("  requests", "7", "1,234,567", "")
                .row("  per second", "12", "3", "1/4.0");

        assertEquals(
                List.of(
                        "              without       with  ratio",
                        "heading",
                        "  requests          7  1,234,567",
                        "  per second       12          3  1/4.0"),
                table.lines());
    }

    @Test
    void aTableWithoutRowsHasNoLines() {
        assertEquals(List.of(), new Table().lines());
    }
}
