package io.poolagent.core.handle;

/** Tells handles from other objects. */
public final class Handles {
    private Handles() {}

    /** Whether an object is the handle of a connection whose state this is. */
    public static boolean isOf(Object object, Object state) {
        return object instanceof PoolAgentHandle && ((PoolAgentHandle) object).poolAgentState() == state;
    }
}
