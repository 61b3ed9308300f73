package io.poolagent.core.leak;

import io.poolagent.core.lease.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** Leaks by place. Bounded: an application that makes up classes as it goes does not fill the memory. */
final class LeakPlaces {
    private static final int MOST = 1_000;

    private final ConcurrentHashMap<Place, PlaceLeaks> places = new ConcurrentHashMap<>();
    private final PlaceLeaks others = new PlaceLeaks(Place.UNKNOWN);

    PlaceLeaks at(Place place) {
        PlaceLeaks known = places.get(place);
        if (known != null) {
            return known;
        }
        return places.size() >= MOST ? others : places.computeIfAbsent(place, PlaceLeaks::new);
    }

    boolean knows(Place place) {
        PlaceLeaks known = places.get(place);
        return known != null && known.hasLeaks();
    }

    /** The places with leaks, most first. */
    List<LeakFigures> figures(long now) {
        List<LeakFigures> figures = new ArrayList<>();
        for (PlaceLeaks each : places.values()) {
            figures.add(each.figures(now));
        }
        LeakFigures rest = others.figures(now);
        if (rest.count + rest.abandoned > 0) {
            figures.add(rest);
        }
        figures.sort(Comparator.comparingLong((LeakFigures each) -> -each.count));
        return figures;
    }

    LeakFigures total(long now) {
        LeakFigures total = LeakFigures.none();
        for (LeakFigures each : figures(now)) {
            total = total.plus(each);
        }
        return total;
    }

    /** Forgets all but what is still held. */
    void clear() {
        places.values().removeIf(PlaceLeaks::clear);
        others.clear();
    }
}
