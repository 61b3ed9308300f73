package io.poolagent.sample.cli;

/** The command line cannot be carried out; the message names the argument, its value and what is allowed. */
public final class UsageException extends Exception {

    /** A complaint for people. */
    public UsageException(String message) {
        super(message);
    }
}
