package io.poolagent.core.metrics;

import io.poolagent.core.report.Numbered;
import io.poolagent.core.watch.PoolHealth;
import io.poolagent.core.watch.PoolView;
import io.poolagent.core.watch.Watch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pools there are, each under a name of its own for as long as it is there. Any thread may use it. */
final class Sources {
    private final Watch watch;
    private final Source all;
    private Map<PoolView, Source> known = new LinkedHashMap<>();

    Sources(Watch watch) {
        this.watch = watch;
        this.all = new Source(watch, null, "");
    }

    /** All pools together. */
    Source all() {
        return all;
    }

    /** Every pool that is there now. */
    synchronized List<Source> pools() {
        List<PoolHealth> there = watch.pools();
        Map<PoolView, Source> next = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (PoolHealth each : there) {
            Source source = known.get(each.view());
            if (source != null) {
                next.put(each.view(), source);
                taken.add(source.name());
            }
        }
        for (PoolHealth each : there) {
            if (!next.containsKey(each.view())) {
                // a foreign pool may be called as a managed one is
                String name = Numbered.unique(each.view().name(), taken);
                taken.add(name);
                next.put(each.view(), new Source(watch, each, name));
            }
        }
        known = next;
        return new ArrayList<>(next.values());
    }
}
