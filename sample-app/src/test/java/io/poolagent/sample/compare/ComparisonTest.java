package io.poolagent.sample.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.poolagent.sample.load.Figure;
import io.poolagent.sample.load.Figures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    @ParameterizedTest
    @CsvSource({
        "400, 80000, 200 x",
        "400, 1000, 2.5 x",
        "100, 100, 1.0 x",
        "100, 98, 1.0 x",
        "50, 1, 1/50",
        "50, 20, 1/2.5",
        "0, 0, ''",
        "0, 5, ''",
        "5, 0, ''"
    })
    void ratioSaysHowMuchMoreOrLess(double before, double after, String expected) {
        assertEquals(expected, ratio(Figure.REQUESTS_PER_SECOND, before, after));
    }

    @Test
    void thereIsNoRatioOfThingsThatAreNotMeasuredInTheSameWay() {
        assertEquals("", ratio(Figure.STILL_OPEN, 2, 10));
        assertEquals("", Comparison.ratio(Figure.SHOP_OPENED, new Figures(), new Figures()));
    }

    private static String ratio(Figure figure, double before, double after) {
        Figures without = new Figures();
        without.put(figure, before);
        Figures with = new Figures();
        with.put(figure, after);
        return Comparison.ratio(figure, without, with);
    }
}
