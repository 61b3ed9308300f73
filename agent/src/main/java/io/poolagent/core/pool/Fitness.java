package io.poolagent.core.pool;

import io.poolagent.core.lease.Physical;
import java.util.concurrent.TimeUnit;

/** Whether a physical connection may still be handed out, or kept. Any thread may use it. */
final class Fitness {
    /** A connection idle for longer is asked whether it is alive before it is handed out. */
    private static final long TRUSTED_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** A connection that is dead, and needs so long to say so, said nothing at all. */
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final PoolSettings settings;
    private final Server server;
    private volatile boolean closed;
    private volatile boolean suspended;
    private volatile boolean evicts;
    private volatile long evictNanos;
    private volatile boolean distrusts;
    private volatile long distrustNanos;
    private volatile boolean silenced;
    private volatile long silenceNanos;

    Fitness(PoolSettings settings, Server server) {
        this.settings = settings;
        this.server = server;
    }

    /** Whatever is idle now is asked before it is handed out. */
    void distrust() {
        distrustNanos = System.nanoTime();
        distrusts = true;
    }

    /** Whatever there is now is not kept. */
    void evict() {
        evictNanos = System.nanoTime();
        evicts = true;
    }

    boolean isClosed() {
        return closed;
    }

    /** Whether the pool hands out nothing for now. */
    boolean isSuspended() {
        return suspended;
    }

    void suspend(boolean on) {
        suspended = on;
    }

    void close() {
        closed = true;
    }

    /** Whether it is not too old, and the pool still open. */
    boolean mayStay(Physical physical, long now) {
        return !closed
                && (!evicts || !physical.isOlderThan(evictNanos))
                && server.knowsSchema(physical)
                && (settings.lifetimeNanos == 0 || physical.age(now) <= settings.lifetimeNanos);
    }

    /** Whether it may be handed out; may ask the server. */
    boolean mayGo(Physical physical, long now) {
        if (!mayStay(physical, now)) {
            return false;
        }
        long idle = physical.idle(now);
        boolean trusted = idle <= TRUSTED_NANOS && (!distrusts || idle < now - distrustNanos);
        if (trusted) {
            return true;
        }
        if (silenced && idle > now - silenceNanos) {
            return false;
        }
        if (physical.isAlive()) {
            return true;
        }
        long after = System.nanoTime();
        if (after - now > SILENCE_NANOS) {
            silenceNanos = after; // a fire wall forgot it, and those beside it: each would cost this time again
            silenced = true;
        }
        return false;
    }

    /** Whether it has been idle for too long. */
    boolean isTooIdle(Physical physical, long now) {
        return settings.idleNanos != 0 && physical.idle(now) > settings.idleNanos;
    }
}
