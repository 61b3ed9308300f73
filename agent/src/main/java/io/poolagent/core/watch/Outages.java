package io.poolagent.core.watch;

import io.poolagent.core.pool.FailedConnect;
import io.poolagent.core.report.Level;
import io.poolagent.core.report.Log;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Servers that do not answer, and for which there is no pool that would tell so. Written by the housekeeper; any thread may read. */
final class Outages {
    private volatile List<String> reasons = Collections.emptyList();
    private Set<String> known = new LinkedHashSet<>();

    /** One look, about once a second, at the connects that failed so. */
    void look(List<FailedConnect> failed) {
        Set<String> found = new LinkedHashSet<>();
        List<String> why = new ArrayList<>();
        for (FailedConnect each : failed) {
            String url = each.url();
            String what = each.last().what();
            found.add(url);
            why.add(url + ": connections can not be made: " + what);
            if (!known.contains(url)) {
                Log.report(
                        Level.WARN,
                        "poolagent.database.down",
                        () -> url + ": connections can not be made: " + what,
                        json -> json.put("url", url).put("error", what));
            }
        }
        for (String each : known) {
            if (!found.contains(each)) {
                String how = "connections can be made again, or nobody asks for them any more";
                Log.report(
                        Level.INFO,
                        "poolagent.pool.recovered",
                        () -> each + ": " + how,
                        json -> json.put("url", each).put("how", how));
            }
        }
        known = found;
        reasons = Collections.unmodifiableList(why);
    }

    /** A sentence for each of them. */
    List<String> reasons() {
        return reasons;
    }

    /** Whether there is one. */
    boolean isAny() {
        return !reasons.isEmpty();
    }
}
