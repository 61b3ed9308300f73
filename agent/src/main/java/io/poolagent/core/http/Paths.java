package io.poolagent.core.http;

import io.poolagent.core.report.Json;
import io.poolagent.core.watch.Watch;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The table of paths: what stands at each. Any thread may use it. */
final class Paths {
    private static final String API = "/api";
    private static final long FRESH_MILLIS = 1_000;
    /** A step of the history takes ten seconds. */
    private static final long HISTORY_MILLIS = 5_000;

    /** It does not change. */
    private static final long PAGE_MILLIS = 3_600_000;

    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    /** Where the page is. */
    static final String PAGE = "/";

    private final Map<String, Kept> table = new HashMap<>();
    private final Kept locked = new Kept(PAGE_MILLIS, Page::locked);

    Paths(Watch watch, Supplier<String> metrics) {
        Health health = new Health(watch);
        Pooled pooled = new Pooled(watch);
        Leaking leaking = new Leaking(watch);
        put(PAGE, PAGE_MILLIS, Page::answer);
        put("/health", health::status);
        put("/health/live", health::live);
        put("/health/ready", health::ready);
        put("/health/detailed", health::detailed);
        put("/health/database", () -> ok(pooled.databases()));
        put("/health/database/test", new DatabaseTest(watch));
        put("/resources", () -> ok(pooled.resources()));
        put("/metrics", () -> Answer.text(200, PROMETHEUS, metrics.get()));
        put("/leaks", () -> ok(leaking.leaks()));
        put("/leases", () -> ok(leaking.leases()));
        put("/history", HISTORY_MILLIS, () -> ok(watch.history()));
    }

    private void put(String path, Callable<Answer> source) {
        put(path, FRESH_MILLIS, source);
    }

    private void put(String path, long freshMillis, Callable<Answer> source) {
        table.put(path, new Kept(freshMillis, source));
    }

    private static Answer ok(Json json) {
        return Answer.json(200, json);
    }

    /** The path without the {@code /api} where older dashboards look; empty for none. */
    static String plain(@Nullable String path) {
        if (path == null) {
            return "";
        }
        return path.startsWith(API + "/") ? path.substring(API.length()) : path;
    }

    /**
     * What stands at a plain path; null for nothing.
     *
     * @param isLocked whether the token was not given
     */
    @Nullable
    Kept at(String path, boolean isLocked) {
        return isLocked && path.equals(PAGE) ? locked : table.get(path);
    }
}
