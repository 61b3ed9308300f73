package io.poolagent.sample.server;

/** There is no server binary for this operating system and processor among the build's artifacts. */
public final class NoBinaryException extends ServerStartException {

    NoBinaryException(String product) {
        super(
                "There is no " + product + " binary for " + System.getProperty("os.name") + " on "
                        + System.getProperty("os.arch") + " among the build's artifacts.",
                null);
    }
}
