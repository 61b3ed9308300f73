package io.poolagent.sample.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void percentilesAreValuesThatOccurred() {
        Latencies odd = new Latencies();
        Latencies even = new Latencies();
        for (int millis = 2000; millis > 0; millis--) {
            (millis % 2 == 0 ? even : odd).add(millis * 1_000_000L);
        }
        odd.addAll(even);

        assertEquals(1000, odd.percentileMillis(50));
        assertEquals(1980, odd.percentileMillis(99));
        assertEquals(2000, odd.percentileMillis(100));
    }

    @Test
    void withoutRequestsThereIsNoLatency() {
        assertEquals(0, new Latencies().percentileMillis(99));
    }
}
