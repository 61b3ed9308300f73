package io.poolagent.core.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
        held.suspected(lease, 2);
        held.suspected(lease, 2);
        held.returned(lease, 3);
        at(places, "ended").proven(lease, false, true, 4);
        places.clear();
        assertEquals(1, places.figures().size());
        LeakFigures left = places.total();
        assertEquals(1, left.count);
        assertEquals(1, left.open);
        assertEquals(1, left.suspected);
        assertEquals(0, left.proven + left.reclaimed + left.returned);
        at(places, "held").returned(lease, 5);
        assertEquals(0, places.total().open);
        assertEquals(1, places.total().returned);
    }

    @Test
    void whatWasForgottenDoesNotBecomeNegative() {
        at(places, "other").returned(lease, 1);
        assertTrue(places.total().open >= 0);
    }

    /** A lease of nobody. */
    private static final class Known extends LeaseRecord {
        Known() {
            super(new Object(), new Holder(Thread.currentThread()), null, 0);
        }

        @Override
        public String pool() {
            return "pool";
        }

        @Override
        public boolean isOpen() {
            return true;
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
