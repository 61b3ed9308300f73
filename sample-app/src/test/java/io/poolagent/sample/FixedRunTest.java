package io.poolagent.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.sample.compare.OutputDifference;
import io.poolagent.sample.load.Figure;
import io.poolagent.sample.load.Figures;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixedRunTest {

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void threadsDoNotDecideWhatTheShopEndsUpWith() {
        List<String> eight = run("--db", "h2", "--requests", "800", "--connect-seconds", "0", "--threads", "8");
        List<String> again = run("--db", "h2", "--requests", "800", "--connect-seconds", "0", "--threads", "8");
        List<String> one = run("--db", "h2", "--requests", "800", "--connect-seconds", "0", "--threads", "1");

        assertEquals(OutputDifference.withoutFigures(eight), OutputDifference.withoutFigures(again));
        assertEquals(books(eight), books(one));
    }

    @Test
    void theServerTellsHowManyConnectionsTheShopTook() {
        Figures figures = Figures.parse(run("--db", "h2", "--requests", "600", "--connect-seconds", "0"));

        assertEquals(600, figures.get(Figure.REQUESTS).orElseThrow());
        assertEquals(0, figures.get(Figure.FAILED).orElseThrow());
        // One for every request and another one for each order.
        double opened = figures.get(Figure.SHOP_OPENED).orElseThrow();
        assertTrue(opened > 630 && opened < 750, "opened " + opened);
        assertEquals(1, figures.get(Figure.FORGOTTEN).orElseThrow());
    }

    @Test
    void connectingIsMeasured() {
        Figures figures = Figures.parse(run("--db", "h2", "--requests", "1", "--connect-seconds", "1"));

        assertTrue(figures.get(Figure.CONNECTS_PER_SECOND).orElseThrow() > 0);
        assertTrue(figures.get(Figure.CONNECT_OPENED).orElseThrow() > 0);
        assertTrue(figures.get(Figure.CONNECT_PEAK).orElseThrow() <= 9);
    }

    @Test
    void anUnknownDatabaseIsAMessageNotAStack() {
        int status =
                Main.run(new String[] {"--url", "jdbc:nobody:knows"}, sink(new ByteArrayOutputStream()), sink(errors));

        assertEquals(1, status);
        String message = errors.toString(StandardCharsets.UTF_8);
        assertTrue(message.contains("The shop does not know the database of this URL."), message);
    }

    @Test
    void aCommandLineThatIsNotAllowedIsExitCodeTwo() {
        assertEquals(2, Main.run(new String[] {"--threads", "none"}, sink(new ByteArrayOutputStream()), sink(errors)));
    }

    private List<String> run(String... arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        int status = Main.run(arguments, sink(output), sink(errors));
        assertEquals(0, status, () -> errors.toString(StandardCharsets.UTF_8));
        return output.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** All but the heading, which names the number of threads. */
    private static List<String> books(List<String> output) {
        List<String> lines = new ArrayList<>(OutputDifference.withoutFigures(output));
        lines.remove(0);
        return lines;
    }

    private static PrintStream sink(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
