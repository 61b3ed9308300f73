package io.poolagent.core.report;

import org.jspecify.annotations.Nullable;

/** Logging that belongs to the application and may do anything, use a database too. Only {@link ApplicationSink} calls it. */
interface ApplicationLog {
    /** What it is called in {@code log.target}. */
    String name();

    /**
     * Remembers, weakly, where the application is. Called once, by the thread that made the first connection, under
     * locks of the agent's: nothing of the application's is touched.
     *
     * @param driver as in {@link Sink#open}
     */
    void open(@Nullable ClassLoader driver);

    /**
     * Whether it can be called without getting in the way of the application's own start. Called by a thread of the
     * agent's.
     *
     * @throws Unusable where it can not be used at all
     */
    boolean isReady() throws Exception;

    /**
     * Logs a line. Called by a thread of the agent's.
     *
     * @throws Unusable where it can not be used at all
     * @throws Exception what the application's logging threw
     */
    void log(Level level, String message) throws Exception;

    /** The application has no such logging, or has it no more. */
    final class Unusable extends Exception {
        private final String why;

        Unusable(String why) {
            super(why);
            this.why = why;
        }

        /** The reason, as the end of a sentence. */
        String why() {
            return why;
        }
    }
}
