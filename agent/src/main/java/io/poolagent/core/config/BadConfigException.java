package io.poolagent.core.config;

import java.util.List;

/** The configuration can not be used; the message names each mistake in a line of its own. */
public final class BadConfigException extends RuntimeException {
    private final List<String> mistakes;
    private final boolean strict;

    BadConfigException(List<String> mistakes, boolean strict) {
        super(String.join("\n", mistakes));
        this.mistakes = mistakes;
        this.strict = strict;
    }

    /** One line for each mistake: option, value, source, what is allowed, what is nearest. */
    public List<String> mistakes() {
        return mistakes;
    }

    /** Whether the JVM's start shall end for it. */
    public boolean strict() {
        return strict;
    }
}
