package io.poolagent.core.watch;

import io.poolagent.core.foreign.ForeignPool;
import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.lease.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What somebody could do about a pool, as sentences with the figures that say so: at least one for each of its alarms. */
final class Recommendations {
    private static final int SECONDS = 300;
    private static final int HOUR = 3_600;
    /** An alarm falls that much later than its value, at most. */
    private static final int LATELY_SECONDS = 30;
    /** So long acquires have to wait, all of five minutes together, before somebody should do something. */
    private static final long WORTH_MILLIS = 1_000;

    private final PoolNow now;
    private final PoolHistory history;
    private final Predicate<String> isRaised;
    /** What sets the most connections, with its value where that is known. */
    private final String max;

    private final List<String> all = new ArrayList<>();

    /** @param isRaised whether an alarm of this name is */
    private Recommendations(PoolNow now, PoolHistory history, Predicate<String> isRaised) {
        this.now = now;
        this.history = history;
        this.isRaised = isRaised;
        this.max = (now.managed != null ? "pool.max" : "the pool's own maximum")
                + (now.max < 0 ? "" : " (" + now.max + ")");
    }

    static List<String> of(PoolHealth health, Predicate<LeaseRecord> isSuspected) {
        PoolView view = health.view();
        ForeignPool foreign = view.foreign();
        return of(
                view.now(),
                health.history(),
                health::isRaised,
                health.failure(),
                foreign == null ? 0 : foreign.leaked(),
                view.leases(),
                isSuspected);
    }

    /**
     * Of a pool that is known by these.
     *
     * @param failure why connections can not be made: a class and an SQLState; null where they can
     * @param lost how many connections were collected without a close and not taken back
     */
    static List<String> of(
            PoolNow now,
            PoolHistory history,
            Predicate<String> isRaised,
            @Nullable String failure,
            long lost,
            Collection<? extends LeaseRecord> leases,
            Predicate<LeaseRecord> isSuspected) {
        Recommendations made = new Recommendations(now, history, isRaised);
        made.failing(failure);
        made.leaking(lost, leases, isSuspected);
        made.busy(leases);
        made.waiting();
        made.lastMinutes();
        made.idle();
        return made.all;
    }

    private void add(String form, Object... values) {
        all.add(String.format(Locale.ROOT, form, values));
    }

    private void failing(@Nullable String failure) {
        boolean alarm = isRaised.test(PoolHealth.ERRORS);
        long failed = alarm ? history.ofHour(now, PoolHistory.CONNECT_ERRORS) : 0;
        long refused = alarm ? history.ofHour(now, PoolHistory.TIMEOUTS) : 0;
        if (failure != null) {
            add(
                    "%s: connections can not be made (%s), %d attempts failed in the last hour",
                    remedy(failure), failure, history.ofHour(now, PoolHistory.CONNECT_ERRORS));
        } else if (failed > 0) {
            add(
                    "see in the application's log why %d %s failed in the last hour, and whether the database was restarted,"
                            + " out of reach or out of connections then",
                    failed, now.managed != null ? "connects" : "acquires");
        }
        if (refused > 0) {
            add(
                    "raise %s or how long acquires may wait, or close sooner: %d were refused in the last hour",
                    max, refused);
        }
    }

    private static String remedy(String failure) {
        return failure.contains(" 28")
                ? "correct the user or the password"
                : failure.contains(" 53")
                        ? "lower pool.max, or let the server have more connections"
                        : "see whether the database runs and can be reached from here";
    }

    private void leaking(long lost, Collection<? extends LeaseRecord> leases, Predicate<LeaseRecord> isSuspected) {
        int most = now.max < 0 ? now.total : now.max;
        byPlace(leases, isSuspected)
                .forEach((place, count) -> all.add("leaks at " + place.position() + " hold " + count
                        + (most < 0 ? "" : count <= most ? " of " + most : ", more than the pool's " + most)));
        if (lost > 0) {
            add(
                    "close connections where the report of leaks says: %d were collected without a close, and the pool does"
                            + " not get them back",
                    lost);
        }
    }

    private static Map<Place, Integer> byPlace(
            Collection<? extends LeaseRecord> leases, Predicate<LeaseRecord> counts) {
        Map<Place, Integer> held = new LinkedHashMap<>();
        for (LeaseRecord lease : leases) {
            if (lease.isOpen() && counts.test(lease)) {
                held.merge(lease.place(), 1, Integer::sum);
            }
        }
        return held;
    }

    private void busy(Collection<? extends LeaseRecord> leases) {
        if (!isRaised.test(PoolHealth.UTILISATION) && !now.isExhausted()) {
            return;
        }
        String most = byPlace(leases, LeaseRecord::isOpen).entrySet().stream()
                .filter(each -> !each.getKey().equals(Place.UNKNOWN))
                .max(Map.Entry.comparingByValue())
                .map(each -> ", " + each.getValue() + " of them from "
                        + each.getKey().position())
                .orElse("");
        Point lately = history.last(LATELY_SECONDS);
        if (lately != null && lately.activeMax > now.active) {
            add("raise %s, or close sooner: up to %d connections were in use at once just now", max, lately.activeMax);
        } else {
            add("raise %s, or close sooner: %d connections are in use now%s", max, now.active, most);
        }
    }

    private void waiting() {
        if (now.waiting > 0 && (now.isExhausted() || isRaised.test(PoolHealth.WAITING))) {
            add("raise %s, or close sooner: %d threads wait for a connection now", max, now.waiting);
        } else if (isRaised.test(PoolHealth.WAITING)) {
            add("raise %s, or close sooner: threads waited for a connection just now", max);
        }
    }

    private void lastMinutes() {
        List<Point> minutes = ofThisMaximum(history.hour(), now.max);
        if (minutes.isEmpty()) {
            return;
        }
        Point last = Point.together(minutes);
        int seconds = minutes.size() * PoolHistory.FINE_SECONDS;
        if (last.waitMillis >= WORTH_MILLIS) {
            add(
                    "raise %s: %s acquires per second waited %d ms in the last 5 minutes",
                    max, rate(last.waits, seconds), last.waitMillis / last.waits);
        }
        if (last.overflow > 0) {
            add(
                    "raise %s: %s connects per second went past the pool in the last 5 minutes",
                    max, rate(last.overflow, seconds));
        }
    }

    private void idle() {
        Point whole = history.last(HOUR);
        if (whole != null
                && history.hour().size() >= HOUR / PoolHistory.FINE_SECONDS
                && whole.activeMax * 4 <= now.max) {
            add("lower %s: at most %d connections were in use at once in the last hour", max, whole.activeMax);
        }
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
}
