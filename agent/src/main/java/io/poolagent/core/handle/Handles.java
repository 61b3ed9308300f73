package io.poolagent.core.handle;

/** Tells handles from other objects. */
public final class Handles {
    private Handles() {}

    /** Whether an object is the handle of a connection whose state this is, or of something that came from it and keeps it. */
    public static boolean isOf(Object object, Object state) {
        return object instanceof PoolAgentHandle && Child.connectionOf((PoolAgentHandle) object) == state;
    }
}
