package io.poolagent.core.intercept;

import io.poolagent.core.pool.ManagedPool;
import java.lang.ref.WeakReference;

/** A key and its pool. Immutable. */
final class Route {
    private final Class<?> target;
    private final ConnectKey key;
    private final ManagedPool pool;
    private final WeakReference<Route> weak = new WeakReference<>(this);

    Route(Class<?> target, ConnectKey key, ManagedPool pool) {
        this.target = target;
        this.key = key;
        this.pool = pool;
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

    WeakReference<Route> weak() {
        return weak;
    }
}
