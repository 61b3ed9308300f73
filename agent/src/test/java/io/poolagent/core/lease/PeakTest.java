package io.poolagent.core.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PeakTest {
    private final Peak peak = new Peak();

    @Test
    void theMostStaysUntilItIsForgotten() {
        peak.seen(2);
        peak.seen(3);
        peak.seen(1);
        assertEquals(3, peak.most());
        assertTrue(peak.mayRise(4));
        assertFalse(peak.mayRise(3));
        peak.forget();
        assertEquals(0, peak.most());
        assertTrue(peak.mayRise(1));
    }

    @Test
    void whoAsksBeginsAnewAndTheMostSoFarGoesOn() {
        peak.seen(3);
        assertEquals(3, peak.takeRecent());
        assertEquals(0, peak.takeRecent());
        peak.seen(2);
        assertTrue(peak.mayRiseLately(3));
        assertFalse(peak.mayRiseLately(2));
        assertEquals(2, peak.takeRecent());
        assertEquals(3, peak.most());
    }
}
