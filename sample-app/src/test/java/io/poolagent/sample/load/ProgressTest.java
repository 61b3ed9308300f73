package io.poolagent.sample.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void writesLinesWhereNobodyLooks() {
        Progress progress = new Progress(out, false);
        progress.show("half");
        progress.say("oh");
        progress.done();

        assertEquals(String.format("... half%noh%n"), written.toString(StandardCharsets.UTF_8));
    }

    @Test
    void leavesNothingOnATerminal() {
        Progress progress = new Progress(out, true);
        progress.show("half");
        progress.show("all");
        progress.done();

        assertEquals("half\r    \rall\r   \r", written.toString(StandardCharsets.UTF_8));
    }
}
