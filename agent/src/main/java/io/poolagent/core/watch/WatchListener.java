package io.poolagent.core.watch;

/** Shows what is watched to somebody: the one way to JMX, which this package does not know. */
public interface WatchListener {
    /**
     * There is something to look at. Called about once a second by the housekeeper from the first pool to the JVM's end, so
     * it is to be short; it throws nothing.
     */
    void look(Watch watch);
}
