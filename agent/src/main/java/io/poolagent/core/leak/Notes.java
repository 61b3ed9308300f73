package io.poolagent.core.leak;

import java.util.HashMap;
import java.util.Map;

/** What is to be said once about many leases of one place, and then after growing intervals. Used by the housekeeper only. */
final class Notes {
    private static final int MOST = 1_000;

    private final Map<String, Note> notes = new HashMap<>();

    private static final class Note {
        private final Interval interval = new Interval();
        private long unsaid;
    }

    /**
     * There is one more.
     *
     * @return how many have not been told of since the last time; negative where this one is not told of either
     */
    long due(String about, long nowNanos) {
        if (notes.size() >= MOST) {
            notes.clear();
        }
        Note note = notes.computeIfAbsent(about, each -> new Note());
        if (!note.interval.isDue(nowNanos)) {
            note.unsaid++;
            return -1;
        }
        long unsaid = note.unsaid;
        note.unsaid = 0;
        return unsaid;
    }
}
