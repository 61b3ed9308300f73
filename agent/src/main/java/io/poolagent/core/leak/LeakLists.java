package io.poolagent.core.leak;

import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.lease.Place;
import io.poolagent.core.report.Json;
import io.poolagent.core.report.Level;
import io.poolagent.core.report.Log;
import java.util.List;
import java.util.Map;

/** What is told when somebody asks for it: leaks by place and open leases, as text and as JSON. */
final class LeakLists {
    private static final String NOTHING = "no leaks, no open leases";

    private final LeaseText texts;
    private final LeakPlaces places;
    private final LeftOpen leftOpen;

    LeakLists(LeaseText texts, LeakPlaces places, LeftOpen leftOpen) {
        this.texts = texts;
        this.places = places;
        this.leftOpen = leftOpen;
    }

    /** Open leases, returned and logged. */
    String dump(List<? extends LeaseRecord> leases) {
        String text = text(leases);
        Log.report(
                Level.INFO,
                "poolagent.leases",
                () -> "open leases:\n" + text,
                json -> json.put("leases", json(leases)));
        return text;
    }

    /** Each lease in a line. */
    String text(List<? extends LeaseRecord> leases) {
        long now = System.nanoTime();
        StringBuilder text = new StringBuilder();
        for (LeaseRecord lease : leases) {
            if (lease.isOpen()) {
                text.append(text.length() == 0 ? "" : "\n")
                        .append(lease.pool())
                        .append(": ")
                        .append(texts.line(lease, now));
            }
        }
        return text.length() == 0 ? "no open lease" : text.toString();
    }

    Json json(List<? extends LeaseRecord> leases) {
        long now = System.nanoTime();
        Json array = Json.array();
        for (LeaseRecord lease : leases) {
            if (lease.isOpen()) {
                array.add(texts.json(lease, now));
            }
        }
        return array;
    }

    /**
     * Leaks by place and what is still open, returned and logged.
     *
     * @param always whether it is logged even where there is nothing to tell
     */
    String report(String event, List<? extends LeaseRecord> open, boolean always) {
        String text = report(open);
        if (always || !text.equals(NOTHING)) {
            Log.report(Level.INFO, event, () -> text, json -> json(json, open));
        }
        return text;
    }

    private String report(List<? extends LeaseRecord> open) {
        StringBuilder text = new StringBuilder();
        for (LeakFigures each : places.figures(System.nanoTime())) {
            text.append("\n    ").append(each.count).append(each.count == 1 ? " leak at " : " leaks at ");
            text.append(each.place.position())
                    .append(" in ")
                    .append(each.place.name())
                    .append(": ");
            text.append(each.proven).append(" proven, ").append(each.suspected).append(" suspected, ");
            text.append(each.reclaimed)
                    .append(" taken back, ")
                    .append(each.returned)
                    .append(" closed late, ");
            text.append(each.abandoned == 0 ? "" : each.abandoned + " aborted, ");
            text.append(each.open).append(" still held, longest ").append(LeaseText.duration(each.longestNanos));
        }
        for (Map.Entry<Place, Integer> each : Exhaustion.byPlace(open).entrySet()) {
            text.append("\n    still open: ")
                    .append(each.getValue())
                    .append(" from ")
                    .append(each.getKey());
        }
        String statements = leftOpen.summary();
        if (!statements.isEmpty()) {
            text.append("\n    ").append(statements);
        }
        return text.length() == 0 ? NOTHING : "leaks and open leases:" + text;
    }

    private void json(Json json, List<? extends LeaseRecord> open) {
        Json leaks = Json.array();
        for (LeakFigures each : places.figures(System.nanoTime())) {
            leaks.add(each.counts(Json.object().put("place", LeaseText.place(each.place))));
        }
        Json held = Json.array();
        for (Map.Entry<Place, Integer> each : Exhaustion.byPlace(open).entrySet()) {
            held.add(Json.object().put("place", LeaseText.place(each.getKey())).put("count", each.getValue()));
        }
        json.put("leaks", leaks)
                .put("openLeases", held)
                .put("statementsLeftOpen", leftOpen.statements())
                .put("resultSetsLeftOpen", leftOpen.resultSets());
    }
}
