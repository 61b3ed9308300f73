package io.poolagent.core.intercept;

import io.poolagent.core.database.Database;
import io.poolagent.core.database.Databases;
import io.poolagent.core.database.Urls;
import io.poolagent.core.jvm.Privileged;
import io.poolagent.core.lease.Holder;
import io.poolagent.core.lease.Origin;
import io.poolagent.core.pool.ManagedPool;
import io.poolagent.core.pool.PhysicalFailure;
import io.poolagent.core.pool.Pools;
import io.poolagent.core.report.HookErrors;
import io.poolagent.core.report.Log;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** A connect by a key that is not known yet: it shows who makes the connection, and may open a pool. Any thread may use it. */
final class FirstConnect {
    private final Pools pools;

    FirstConnect(Pools pools) {
        this.pools = pools;
    }

    /** The original body runs unguarded; if nobody inside supplied its connection, it may open a pool. */
    @Nullable
    Object run(ThreadState thread, Routes routes, BodyCall connector, Candidate candidate) {
        ThreadState.Passage passage = thread.pass(connector.target());
        long start = System.nanoTime();
        String url = null;
        Object result;
        try {
            url = candidate.expectedUrl();
            result = pools.connect(connector, url, Databases.of(url));
        } catch (PhysicalFailure e) {
            if (!passage.isFailed()) {
                failed(candidate, url, e.thrown());
            }
            throw e;
        } finally {
            thread.end(passage);
        }
        if (result == null) {
            if (candidate.isDriver()) {
                routes.refuse(candidate.urlOrEmpty());
            }
            return PoolAgentBridge.NOTHING;
        }
        try {
            pools.connected(candidate.type(), url);
            if (passage.isSupplied() || result instanceof PoolAgentHandle) {
                routes.goDirect(candidate.urlOrEmpty());
                return result;
            }
            return Privileged.call(() -> open(thread, routes, (Connection) result, candidate, start));
        } catch (Throwable e) {
            HookErrors.count("opening a pool", e);
            return result;
        }
    }

    private void failed(Candidate candidate, @Nullable String url, Throwable thrown) {
        try {
            Privileged.call(() -> {
                pools.connectFailed(candidate.type(), url, thrown);
                return "";
            });
        } catch (Throwable e) {
            HookErrors.count("a connect that failed", e);
        }
    }

    private Object open(ThreadState thread, Routes routes, Connection raw, Candidate candidate, long start) {
        String url = candidate.knownUrl(raw);
        Database database = Databases.of(url);
        String reason = candidate.whyNot(raw, url, database, pools);
        ConnectKey key = candidate.key();
        if (reason != null || key == null || url == null) {
            if (routes.goDirect(key == null ? candidate.urlOrEmpty() : key)) {
                String what = candidate.type().getName() + ", " + (url == null ? "no URL" : Urls.shortened(url));
                Log.info("not pooled: " + what + ": " + reason);
            }
            thread.supplied();
            return raw;
        }
        Route route = routes.findOrOpen(key, () -> {
            WeakReference<Routes> weak = new WeakReference<>(routes);
            Runnable forgotten = () -> {
                Routes known = weak.get();
                if (known != null) {
                    known.forget(key);
                }
            };
            ManagedPool pool = pools.create(
                    candidate.type(),
                    url,
                    candidate.user(),
                    database,
                    candidate.filler(),
                    Registered.untilDeregistered(candidate.type()),
                    forgotten);
            return pool == null ? null : new Route(routes, candidate.type(), key, pool);
        });
        if (route == null) {
            return raw;
        }
        ManagedPool pool = route.pool();
        thread.recent(route);
        thread.supplied();
        Holder holder = thread.holder();
        Origin origin = pools.stacks().capture();
        return pools.observesOnly() ? pool.track(raw, holder, origin, start) : pool.adopt(raw, holder, origin, start);
    }
}
