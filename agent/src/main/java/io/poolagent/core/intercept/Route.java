package io.poolagent.core.intercept;

import io.poolagent.core.pool.ManagedPool;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** A key and its pool, among the routes of one class of Drivers or DataSources. Immutable. */
final class Route {
    private final Routes routes;
    private final Class<?> target;
    private final ConnectKey key;
    private final ManagedPool pool;
    private final WeakReference<Route> weak = new WeakReference<>(this);
    private volatile @Nullable PropertyReader reader;

    Route(Routes routes, Class<?> target, ConnectKey key, ManagedPool pool) {
        this.routes = routes;
        this.target = target;
        this.key = key;
        this.pool = pool;
    }

    Routes routes() {
        return routes;
    }

    Class<?> target() {
        return target;
    }

    ConnectKey key() {
        return key;
    }

    ManagedPool pool() {
        return pool;
    }

    /** Reads the properties of the DataSources of the class; kept here because looking it up costs as much. */
    PropertyReader reader() {
        PropertyReader known = reader;
        if (known == null) {
            known = PropertyReader.of(target);
            reader = known;
        }
        return known;
    }

    WeakReference<Route> weak() {
        return weak;
    }
}
