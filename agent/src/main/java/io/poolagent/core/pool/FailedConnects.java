package io.poolagent.core.pool;

import io.poolagent.core.database.Urls;
import io.poolagent.core.report.ErrorCounters;
import io.poolagent.core.report.Failure;
import io.poolagent.core.report.Level;
import io.poolagent.core.report.Log;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Connects that failed for which there was no pool: one is made by the first connect that succeeds. Without them a server
 * that is away from the application's start would be seen by nobody. Any thread may use it.
 */
public final class FailedConnects {
    private static final int MOST = 100;
    /** Who needs a database tries again sooner; one that nobody asks for any more is missed by nobody. */
    private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final ErrorCounters all = new ErrorCounters();
    /** By URL, the one that failed last at the end. */
    private final Map<String, FailedConnect> byUrl = new LinkedHashMap<>();

    /**
     * One more.
     *
     * @param source the class of the Driver or DataSource
     * @param url not masked; null where it is not known
     * @param pools the pools that the server has; null for none
     * @param now as of {@code System.nanoTime()}
     */
    void failed(Class<?> source, @Nullable String url, @Nullable Server pools, Throwable thrown, long now) {
        Failure failure = all.count(thrown);
        String shown = url == null ? source.getName() : Urls.shortened(url);
        if (Log.isOn(Level.DEBUG)) {
            Log.report(
                    Level.DEBUG,
                    "poolagent.error",
                    () -> "error: no pool for " + shown + " yet, " + failure.what(),
                    json -> json.put("url", shown).put("error", failure.what()));
        }
        long answers = pools == null ? 0 : pools.answers();
        synchronized (byUrl) {
            FailedConnect before = byUrl.remove(shown);
            long count = before == null ? 1 : before.count() + 1;
            byUrl.put(
                    shown,
                    new FailedConnect(
                            shown, count, failure, failure.isOutage(), server(source, url), pools, answers, now));
            if (byUrl.size() > MOST) {
                byUrl.remove(byUrl.keySet().iterator().next());
            }
        }
    }

    /** A connect succeeded for which there was no pool. */
    void succeeded(Class<?> source, @Nullable String url) {
        String server = server(source, url);
        synchronized (byUrl) {
            byUrl.replaceAll((shown, each) -> each.server.equals(server) ? each.answered() : each);
        }
    }

    private static String server(Class<?> source, @Nullable String url) {
        return url == null ? source.getName() : Urls.server(url);
    }

    /** How many there were, and of which class. */
    public ErrorCounters errors() {
        return all;
    }

    /** The hundred URLs that failed last, oldest first. */
    public List<FailedConnect> byUrl() {
        synchronized (byUrl) {
            return new ArrayList<>(byUrl.values());
        }
    }

    /**
     * Those of servers that do not answer, and from which somebody wanted a connection lately.
     *
     * @param now as of {@code System.nanoTime()}
     */
    public List<FailedConnect> outages(long now) {
        List<FailedConnect> outages = byUrl();
        outages.removeIf(each -> !each.isOutage() || each.isOlderThan(QUIET_NANOS, now));
        return outages;
    }
}
