package io.poolagent.sample.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void whatIsPrintedIsWhatIsParsed() {
        Figures figures = new Figures();
        int value = 1000;
        for (Figure figure : Figure.values()) {
            figures.put(figure, value++);
        }
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        figures.print(new PrintStream(printed, true, StandardCharsets.UTF_8));

        Figures parsed =
                Figures.parse(printed.toString(StandardCharsets.UTF_8).lines().toList());

        for (Figure figure : Figure.values()) {
            assertEquals(figures.get(figure), parsed.get(figure), figure.name());
        }
    }

    @Test
    void whatIsNotKnownIsNotANumber() {
        Figures figures = new Figures();
        figures.putCount(Figure.STILL_OPEN, -1);

        assertEquals("n/a", figures.text(Figure.STILL_OPEN));
        assertFalse(figures.get(Figure.STILL_OPEN).isPresent());
        assertFalse(
                Figures.parse(List.of("no figures here")).get(Figure.STILL_OPEN).isPresent());
    }
}
