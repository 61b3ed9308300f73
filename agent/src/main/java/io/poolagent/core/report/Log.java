package io.poolagent.core.report;

import java.util.Locale;

/**
 * The agent's log: never standard output. Any thread may call any method; nothing is thrown. A line is made only where
 * its level is on: guard costly texts with {@link #isOn}.
 */
public final class Log {
    private static volatile Level level = Level.INFO;
    private static volatile Sink sink = new StandardErrorSink();

    private Log() {}

    /**
     * Sets level and target.
     *
     * @param levelName a level in lower case
     * @param target {@code stderr}, {@code jul} or {@code file:PATH}
     */
    public static void configure(String levelName, String target) {
        level = Level.valueOf(levelName.toUpperCase(Locale.ROOT));
        if (target.startsWith("file:")) {
            sink = new FileSink(target.substring("file:".length()));
        } else if (target.equals("jul")) {
            sink = new JulSink();
        }
    }

    /** The target may now start what it needs of the JVM's logging: the application uses its database already. */
    public static void open() {
        try {
            sink.open();
        } catch (Throwable e) {
            sink = new StandardErrorSink();
            warn("log.target can not be used, the log goes to standard error: " + e);
        }
    }

    /** Whether lines of a level are logged. */
    public static boolean isOn(Level wanted) {
        return wanted.compareTo(level) <= 0;
    }

    /** Logs an error of the agent's own. */
    public static void error(String message) {
        log(Level.ERROR, message);
    }

    /** Logs what somebody should look at. */
    public static void warn(String message) {
        log(Level.WARN, message);
    }

    /** Logs what happens once per start, pool or report. */
    public static void info(String message) {
        log(Level.INFO, message);
    }

    /** Logs a detail. */
    public static void debug(String message) {
        log(Level.DEBUG, message);
    }

    static void log(Level lineLevel, String message) {
        if (lineLevel != Level.OFF && isOn(lineLevel)) {
            try {
                sink.write(lineLevel, message);
            } catch (Throwable e) {
                sink = new StandardErrorSink();
                warn("log.target: can not be written (" + e + "); the log goes to standard error");
                log(lineLevel, message);
            }
        }
    }
}
