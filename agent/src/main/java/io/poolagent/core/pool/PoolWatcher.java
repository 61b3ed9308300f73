package io.poolagent.core.pool;

/** Shows pools to somebody: the one way from the pools to JMX, which this package does not know. */
public interface PoolWatcher {
    /**
     * Looks at the pools there are. Called about once a second by the housekeeper from the first pool to the JVM's end, so
     * it is to be short; it throws nothing.
     */
    void look(Pools pools);

    /** The JVM ends; to be short as well. */
    default void end(Pools pools) {}
}
