package io.poolagent.sample.server;

import org.jspecify.annotations.Nullable;

/** A database server could not be started; the message says which, why, and what can be done. */
public class ServerStartException extends Exception {

    /**
     * A failure.
     *
     * @param message for people
     * @param cause what the server's library or driver reported, or null
     */
    public ServerStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
