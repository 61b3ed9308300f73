package io.poolagent.core.intercept;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one class of Drivers or DataSources. It hangs on that class, so that an application's loader takes
 * its routes along when it goes. Any thread may use it.
 */
final class Routes {
    private static final int MOST_DIRECT = 1_000;

    private static final ClassValue<Routes> ALL = new ClassValue<Routes>() {
        @Override
        protected Routes computeValue(Class<?> type) {
            return new Routes();
        }
    };

    private final Map<ConnectKey, Route> routes = new ConcurrentHashMap<>();
    /** URLs that are other drivers': DriverManager asks all of them at each connect. */
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    /** URLs and keys whose connects go on without a pool. */
    private final Set<Object> direct = ConcurrentHashMap.newKeySet();

    private Routes() {}

    static Routes of(Class<?> type) {
        return ALL.get(type);
    }

    @Nullable
    Route find(ConnectKey key) {
        Route route = routes.get(key);
        return route == null || route.pool().isClosed() ? null : route;
    }

    /**
     * The route for a key, opened where there is none; threads that come at once get the same one.
     *
     * @param opener opens one; null from it where that is not possible any more
     */
    synchronized @Nullable Route findOrOpen(ConnectKey key, Supplier<@Nullable Route> opener) {
        Route route = find(key);
        if (route == null) {
            route = opener.get();
            if (route != null) {
                routes.put(key, route);
            }
        }
        return route;
    }

    /** The key's pool was thrown away. */
    synchronized void forget(ConnectKey key) {
        Route route = routes.get(key);
        if (route != null && route.pool().isClosed()) {
            routes.remove(key);
        }
    }

    /** Whether connects to this URL, or by this DataSource class where the URL is empty, go on without a pool. */
    boolean isDirect(String url) {
        return !direct.isEmpty() && direct.contains(url);
    }

    /** Whether the driver has said that this URL is not its own. */
    boolean refuses(String url) {
        return refused.contains(url);
    }

    /** The driver says that this URL is not its own. */
    void refuse(String url) {
        if (refused.size() >= MOST_DIRECT) {
            refused.clear();
        }
        refused.add(url);
    }

    /** Whether connects of this key go on without a pool. */
    boolean isDirect(ConnectKey key) {
        return !direct.isEmpty() && direct.contains(key);
    }

    /**
     * From here connects go on without a pool.
     *
     * @param what a URL, the empty text for the whole DataSource class, or a key
     * @return whether it was not known before
     */
    boolean goDirect(Object what) {
        if (direct.size() >= MOST_DIRECT) {
            direct.clear();
        }
        return direct.add(what);
    }
}
