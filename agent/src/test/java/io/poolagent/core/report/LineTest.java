package io.poolagent.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineTest {
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Test
    void timeIsThatOfTheJdk() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            long millis = (long) (random.nextDouble() * 4_102_444_800_000L); // up to the year 2100
            StringBuilder text = new StringBuilder();
            Line.time(text, millis);
            assertEquals(ISO.format(Instant.ofEpochMilli(millis)), text.toString());
        }
    }

    @Test
    void aLineSaysWhoAndHowSevere() {
        String line = Line.of(Level.WARN, "text");
        assertTrue(line.startsWith("[pool-agent] 20"), line);
        assertTrue(line.endsWith(" WARN  text" + System.lineSeparator()), line);
    }
}
