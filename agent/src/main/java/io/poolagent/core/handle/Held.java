package io.poolagent.core.handle;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a connection's handle reachable as long as an object that the driver handed out unwrapped is: the object is
 * referred to weakly, the handle strongly, until the object is gone.
 */
final class Held extends WeakReference<Object> {
    private static final ReferenceQueue<Object> GONE = new ReferenceQueue<>();
    private static final Set<Held> ALL = ConcurrentHashMap.newKeySet();

    /** Referred to only by being here. */
    @SuppressWarnings("UnusedVariable")
    private final PoolAgentHandle handle;

    private Held(Object object, PoolAgentHandle handle) {
        super(object, GONE);
        this.handle = handle;
    }

    static void keep(Object object, PoolAgentHandle handle) {
        purge();
        ALL.add(new Held(object, handle));
    }

    /** Lets go of handles whose objects are gone. Called at each keep, and by the housekeeper. */
    static void purge() {
        for (Reference<?> gone = GONE.poll(); gone != null; gone = GONE.poll()) {
            ALL.remove(gone);
        }
    }
}
