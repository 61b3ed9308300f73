package io.poolagent.sample.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.poolagent.sample.load.Figures;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputDifferenceTest {

    @Test
    void figuresMayDiffer() {
        List<String> one = List.of("shop", Figures.BEGIN, "fast", Figures.END, "orders 7");
        List<String> other = List.of("shop", Figures.BEGIN, "very", "fast", Figures.END, "orders 7");

        assertEquals(List.of(), OutputDifference.of(one, other));
    }

    @Test
    void everythingElseIsShownSideBySide() {
        List<String> differences =
                OutputDifference.of(List.of("shop", "orders 7"), List.of("shop", "orders 6", "lost 1"));

        assertEquals(
                List.of(
                        "line 2",
                        "  without agent: orders 7",
                        "  with agent:    orders 6",
                        "line 3",
                        "  without agent: (no such line)",
                        "  with agent:    lost 1"),
                differences);
    }
}
