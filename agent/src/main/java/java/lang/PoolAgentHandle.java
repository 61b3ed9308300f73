package java.lang;

/**
 * What every handle implements: its fields and the fence. The names carry a prefix because a handle also has every
 * method of the driver's class.
 */
public interface PoolAgentHandle {
    /** The driver's object, or null once the handle was closed. */
    Object poolAgentDelegate();

    /** The core's record of this handle: a lease, or what stands for a statement, result set or metadata. */
    Object poolAgentState();

    /** Sets both fields; called when the handle is made, and at close with a null delegate. */
    void poolAgentInit(Object delegate, Object state);

    /** Gives it an object to refer to as long as it lives: when that is collected, so was the handle. */
    void poolAgentLeash(Object leash);

    /**
     * Keeps the handle reachable up to this call. Without it a compiled method's handle can be collected while the
     * driver's method is still running.
     */
    void poolAgentFence();
}
