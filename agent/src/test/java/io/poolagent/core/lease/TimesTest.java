package io.poolagent.core.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimesTest {
    private final Times times = new Times();

    private TimeFigures figures() {
        TimeFigures.Sum sum = new TimeFigures.Sum();
        times.addTo(sum);
        return sum.figures();
    }

    @Test
    void nothingIsNothing() {
        TimeFigures none = figures();
        assertEquals(0, none.count());
        assertEquals(0.0, none.meanMillis() + none.maxMillis() + none.percentileMillis(99));
    }

    /** Each duration is in the bucket whose upper end is the first that is not below it. */
    @Test
    void bucketsFollowEachOther() {
        assertEquals(0, Times.bucket(0));
        assertEquals(0, Times.bucket(511));
        assertEquals(1, Times.bucket(512));
        for (int bucket = 0; bucket < Times.BUCKETS - 1; bucket++) {
            assertEquals(bucket, Times.bucket(Times.upper(bucket)));
            assertEquals(bucket + 1, Times.bucket(Times.upper(bucket) + 1));
        }
        assertEquals(Times.BUCKETS - 1, Times.bucket(Long.MAX_VALUE));
    }

    @Test
    void percentilesAreRightToAnEighth() {
        for (int millis = 1; millis <= 1_000; millis++) {
            times.add(TimeUnit.MILLISECONDS.toNanos(millis));
        }
        TimeFigures figures = figures();
        assertEquals(1_000, figures.count());
        assertEquals(500.5, figures.meanMillis());
        assertEquals(1_000.0, figures.maxMillis());
        for (int percent : new int[] {1, 50, 95, 99}) {
            double exact = percent * 10.0;
            double told = figures.percentileMillis(percent);
            assertTrue(told >= exact && told <= exact * 1.125, percent + ": " + told);
        }
        assertEquals(1_000.0, figures.percentileMillis(100));
        long within = figures.countUpTo(TimeUnit.MILLISECONDS.toNanos(500));
        assertTrue(within <= 500 && within >= 440, () -> String.valueOf(within));
    }

    @Test
    void aSampleStandsForThoseThatWereNotMeasured() {
        assertTrue(times.wantsSample());
        times.addSample(1_000_000);
        times.addUnmeasured();
        times.addUnmeasured();
        assertEquals(3, figures().count());
        assertEquals(1.0, figures().meanMillis());
        times.addSample(5_000_000);
        times.add(4_000_000);
        assertEquals(5, figures().count());
        assertEquals((1 + 3 * 5 + 4) / 5.0, figures().meanMillis());
        for (int i = 0; i < 15; i++) {
            assertFalse(times.wantsSample());
            times.addUnmeasured();
        }
        assertTrue(times.wantsSample());
    }

    @Test
    void sinceTakesAwayWhatWasBefore() {
        times.add(1_000_000);
        TimeFigures before = figures();
        times.forgetMax();
        times.add(2_000_000);
        TimeFigures since = figures().since(before);
        assertEquals(1, since.count());
        assertEquals(2.0, since.meanMillis());
        assertEquals(2.0, since.maxMillis());
        assertEquals(2.0, since.percentileMillis(50));
    }
}
