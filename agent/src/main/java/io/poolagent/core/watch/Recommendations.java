package io.poolagent.core.watch;

import io.poolagent.core.leak.Leaks;
import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.lease.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What somebody could do about a pool, as sentences with the figures that say so. */
final class Recommendations {
    private static final int SECONDS = 300;
    private static final int HOUR = 3_600;
    /** So long acquires have to wait, all of five minutes together, before somebody should do something. */
    private static final long WORTH_MILLIS = 1_000;

    private Recommendations() {}

    static List<String> of(PoolHealth health, Leaks leaks) {
        List<String> all = new ArrayList<>();
        PoolNow now = health.view().now();
        leaking(health.view(), leaks, now, all);
        List<Point> minutes = ofThisMaximum(health.history().hour(), now.max);
        Point last = minutes.isEmpty() ? null : Point.together(minutes);
        int seconds = minutes.size() * PoolHistory.FINE_SECONDS;
        if (now.isExhausted() && now.waiting > 0) {
            all.add("raise pool.max (" + now.max + "), or close sooner: " + now.waiting
                    + " threads wait for a connection now");
        }
        if (last != null && last.waitMillis >= WORTH_MILLIS) {
            all.add(String.format(
                    Locale.ROOT,
                    "raise pool.max (%d): %s acquires per second waited %d ms in the last 5 minutes",
                    now.max,
                    rate(last.waits, seconds),
                    last.waitMillis / last.waits));
        }
        if (last != null && last.overflow > 0) {
            all.add(String.format(
                    Locale.ROOT,
                    "raise pool.max (%d): %s connects per second went past the pool in the last 5 minutes",
                    now.max,
                    rate(last.overflow, seconds)));
        }
        List<Point> hour = health.history().hour();
        Point whole = health.history().last(HOUR);
        if (whole != null && hour.size() >= HOUR / PoolHistory.FINE_SECONDS && whole.activeMax * 4 <= now.max) {
            all.add("lower pool.max (" + now.max + "): at most " + whole.activeMax
                    + " connections were in use at once in the last hour");
        }
        return all;
    }

    /** The last five minutes, as long as the maximum was what it is now. */
    private static List<Point> ofThisMaximum(List<Point> hour, int max) {
        int from = hour.size();
        int most = SECONDS / PoolHistory.FINE_SECONDS;
        while (from > 0 && hour.size() - from < most && hour.get(from - 1).max == max) {
            from--;
        }
        return hour.subList(from, hour.size());
    }

    private static String rate(long count, int seconds) {
        double rate = (double) count / seconds;
        return rate >= 10 ? String.format(Locale.ROOT, "%.0f", rate) : String.format(Locale.ROOT, "%.2f", rate);
    }

    private static void leaking(PoolView view, Leaks leaks, PoolNow now, List<String> into) {
        Map<Place, Integer> held = new LinkedHashMap<>();
        for (LeaseRecord lease : view.leases()) {
            if (lease.isOpen() && leaks.isSuspected(lease)) {
                held.merge(lease.place(), 1, Integer::sum);
            }
        }
        int most = now.max < 0 ? now.total : now.max;
        held.forEach((place, count) -> into.add("leaks at " + place.position() + " hold " + count
                + (count <= most ? " of " + most : ", more than the pool's " + most)));
    }
}
