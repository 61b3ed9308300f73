package io.poolagent.core.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.core.config.ConfigReader;
import io.poolagent.core.config.Levels;
import io.poolagent.core.config.WatchOptions;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class AlarmTest {
    private final Levels levels =
            ConfigReader.read("", Map.of(), new Properties()).levels(WatchOptions.ALERT_UTILISATION);
    private final Alarm alarm = new Alarm(levels);

    private int turns(double value, int looks) {
        int turns = 0;
        for (int i = 0; i < looks; i++) {
            turns += alarm.look(value) ? 1 : 0;
        }
        return turns;
    }

    @Test
    void risesAtTheThirdLookThatFollowsAnother() {
        assertEquals(0, turns(75, 2));
        assertEquals(Status.HEALTHY, alarm.status());
        assertTrue(alarm.look(75));
        assertEquals(Status.WARNING, alarm.status());
        assertEquals(levels.warning(), alarm.level());
        assertEquals(0, turns(75, 100), "told once");
    }

    @Test
    void onePeakIsNone() {
        for (int i = 0; i < 20; i++) {
            assertEquals(0, turns(100, 2));
            assertFalse(alarm.look(0));
        }
        assertEquals(Status.HEALTHY, alarm.status());
    }

    @Test
    void goesToErrorAndAllTheWayBack() {
        assertEquals(1, turns(100, 3));
        assertEquals(Status.ERROR, alarm.status());
        assertEquals(levels.error(), alarm.level());
        assertEquals(0, turns(85, 100), "within nine tenths of the level it stays");
        assertEquals(0, turns(10, 9));
        assertTrue(alarm.look(10));
        assertEquals(Status.HEALTHY, alarm.status());
        assertEquals(0, alarm.level());
    }

    @Test
    void fallsToAWarningWhereTheValueIsStillAtThatLevel() {
        turns(100, 3);
        assertEquals(1, turns(70, 10));
        assertEquals(Status.WARNING, alarm.status());
    }

    @Test
    void swingingAboutALevelRingsOnce() {
        int turns = 0;
        for (int i = 0; i < 100; i++) {
            turns += turns(61, 3) + turns(58, 9);
        }
        assertEquals(1, turns);
    }
}
