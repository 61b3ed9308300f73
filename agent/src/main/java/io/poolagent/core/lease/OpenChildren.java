package io.poolagent.core.lease;

import io.poolagent.core.handle.Tracked;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The statements that a lease has open. Most leases open one and close it, so the list forgets closed ones from its end
 * first, and is searched only when it has doubled. Any thread may use it.
 */
final class OpenChildren {
    private static final int FIRST_SEARCH = 16;

    private @Nullable List<Tracked> open;
    private int nextSearch = FIRST_SEARCH;
    /** Those that were collected without a close, and forgotten here. */
    private int collected;

    private int collectedRows;

    /** Those that are open, or were collected without a close, of which nothing else is known. */
    private int counted;

    private int countedRows;

    /** Where they were made, as far as that was captured. */
    private Set<Place> collectedPlaces = Collections.emptySet();

    /**
     * @param place where it is made; null where that is not captured
     */
    synchronized Tracked add(@Nullable AutoCloseable child, @Nullable Place place) {
        List<Tracked> list = open;
        if (list == null) {
            list = new ArrayList<>(2);
            open = list;
        }
        while (!list.isEmpty() && isForgotten(list.get(list.size() - 1))) {
            list.remove(list.size() - 1);
        }
        if (list.size() >= nextSearch) {
            list.removeIf(this::isForgotten);
            nextSearch = Math.max(FIRST_SEARCH, list.size() * 2);
        }
        Tracked tracked = place == null ? new Tracked(child) : new Located(child, place);
        list.add(tracked);
        return tracked;
    }

    /**
     * As {@link #add}, for a child that nothing here may refer to, not even weakly.
     *
     * @param place where it is made; null where that is not captured, as most are not
     */
    Tracked count(@Nullable Place place) {
        if (place != null) {
            return add(null, place);
        }
        synchronized (this) {
            counted++;
        }
        return new Counted();
    }

    private synchronized void counted(int children, int rows) {
        counted += children;
        countedRows += rows;
    }

    private boolean isForgotten(Tracked tracked) {
        if (!tracked.isDone()) {
            return false;
        }
        if (tracked.isCollected()) {
            collected++;
            collectedRows += tracked.hasOpenRows() ? 1 : 0;
            collectedPlaces = with(collectedPlaces, tracked);
        }
        return true;
    }

    /** Statements that are open, or were collected without a close. */
    synchronized int unclosed() {
        int unclosed = collected + counted;
        if (open != null) {
            for (Tracked each : open) {
                unclosed += !each.isDone() || each.isCollected() ? 1 : 0;
            }
        }
        return unclosed;
    }

    /** Statements that are open; of those that are only counted, those that were collected as well. */
    synchronized int openNow() {
        int now = counted;
        if (open != null) {
            for (Tracked each : open) {
                now += each.isDone() ? 0 : 1;
            }
        }
        return now;
    }

    /** Of {@link #unclosed}, those whose last result set was not closed either. */
    synchronized int openRows() {
        int rows = collectedRows + countedRows;
        if (open != null) {
            for (Tracked each : open) {
                rows += (!each.isDone() || each.isCollected()) && each.hasOpenRows() ? 1 : 0;
            }
        }
        return rows;
    }

    /** Where those of {@link #unclosed} were made, as far as that was captured. */
    synchronized Set<Place> places() {
        Set<Place> places = collectedPlaces;
        if (open != null) {
            for (Tracked each : open) {
                if (!each.isDone() || each.isCollected()) {
                    places = with(places, each);
                }
            }
        }
        return places;
    }

    private static Set<Place> with(Set<Place> places, Tracked tracked) {
        if (!(tracked instanceof Located)) {
            return places;
        }
        Set<Place> more = new HashSet<>(places);
        more.add(((Located) tracked).place);
        return more;
    }

    /** What is still open, last opened first. */
    List<AutoCloseable> look() {
        return stillOpen(false);
    }

    /** As {@link #look}; it is forgotten here. */
    List<AutoCloseable> stillOpen() {
        return stillOpen(true);
    }

    private synchronized List<AutoCloseable> stillOpen(boolean forget) {
        List<AutoCloseable> children = new ArrayList<>();
        List<Tracked> list = open;
        if (forget) {
            open = null;
        }
        if (list == null) {
            return children;
        }
        for (int i = list.size() - 1; i >= 0; i--) {
            Tracked tracked = list.get(i);
            AutoCloseable child = tracked.isDone() ? null : tracked.get();
            if (child != null) {
                children.add(child);
            }
        }
        return children;
    }

    /** A child whose place is known. */
    private static final class Located extends Tracked {
        private final Place place;

        Located(@Nullable AutoCloseable child, Place place) {
            super(child);
            this.place = place;
        }
    }

    /** A child of which only the number is known. */
    private final class Counted extends Tracked {
        Counted() {
            super(null);
        }

        @Override
        public void close() {
            if (!isDone()) {
                super.close();
                counted(-1, hasOpenRows() ? -1 : 0);
            }
        }

        @Override
        public void rows(boolean open) {
            if (!isDone() && open != hasOpenRows()) {
                super.rows(open);
                counted(0, open ? 1 : -1);
            }
        }
    }
}
