package io.poolagent.core.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.core.lease.Holder;
import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.lease.Place;
import org.junit.jupiter.api.Test;

class LeakPlacesTest {
    private final LeakPlaces places = new LeakPlaces();
    private final LeaseRecord lease = new Known();

    private static PlaceLeaks at(LeakPlaces places, String method) {
        return places.at(Place.of(new StackTraceElement("com.acme.Dao", method, "Dao.java", 1)));
    }

    @Test
    void clearKeepsWhatIsStillHeld() {
        PlaceLeaks held = at(places, "held");
        LeaseRecord other = new Known();
        held.suspected(lease, 2);
        held.suspected(other, 2);
        held.returned(other, 3);
        at(places, "ended").proven(lease, false, true, 4);
        places.clear();
        assertEquals(1, places.figures(5).size());
        LeakFigures left = places.total(5);
        assertEquals(1, left.count);
        assertEquals(1, left.open);
        assertEquals(1, left.suspected);
        assertEquals(0, left.proven + left.reclaimed + left.returned);
        at(places, "held").returned(lease, 5);
        assertEquals(0, places.total(5).open);
        assertEquals(1, places.total(5).returned);
    }

    @Test
    void whatWasForgottenDoesNotBecomeNegative() {
        at(places, "other").returned(lease, 1);
        assertTrue(places.total(5).open >= 0);
    }

    @Test
    void whatIsStillHeldCountsWithItsAgeNow() {
        LeaseRecord other = new Known();
        PlaceLeaks at = at(places, "held");
        at.suspected(lease, 4);
        at.suspected(other, 6);
        assertEquals(99, at.figures(100).longestNanos);
        assertEquals(199, places.total(200).longestNanos);
        places.clear();
        assertEquals(299, places.total(300).longestNanos, "it is held on");
        at.returned(lease, 400);
        at.proven(other, true, true, 350);
        assertEquals(399, places.total(1_000).longestNanos, "both have ended");
        assertEquals(0, places.total(1_000).open);
    }

    @Test
    void whatWasClosedBeforeItWasCountedIsNotHeld() {
        PlaceLeaks at = at(places, "late");
        ((Known) lease).open = false;
        at.returned(lease, 4);
        at.suspected(lease, 5);
        assertEquals(0, at.figures(6).open);
    }

    @Test
    void whatIsTakenAwayIsCountedAndNeedNotBeALeak() {
        LeaseRecord suspected = new Known();
        PlaceLeaks held = at(places, "held");
        held.suspected(suspected, 2);
        held.abandoned(suspected, true, 5);
        at(places, "worked").abandoned(lease, false, 9);
        LeakFigures total = places.total(10);
        assertEquals(1, total.count);
        assertEquals(2, total.abandoned);
        assertEquals(0, total.open);
        assertEquals(8, total.longestNanos);
        assertTrue(places.knows(Place.of(new StackTraceElement("com.acme.Dao", "held", "Dao.java", 1))));
        assertFalse(places.knows(Place.of(new StackTraceElement("com.acme.Dao", "worked", "Dao.java", 1))));
        places.clear();
        assertEquals(0, places.figures(11).size());
    }

    /** A lease of nobody. */
    private static final class Known extends LeaseRecord {
        private boolean open = true;

        Known() {
            super(new Object(), new Holder(Thread.currentThread()), null, 1);
        }

        @Override
        public String pool() {
            return "pool";
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public boolean isInTransaction() {
            return false;
        }

        @Override
        public boolean hasEscaped() {
            return false;
        }
    }
}
