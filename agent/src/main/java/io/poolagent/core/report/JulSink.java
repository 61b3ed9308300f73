package io.poolagent.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@code java.util.logging}, under the name {@code io.poolagent}. Before the application has used its database nothing
 * of JUL is touched, because the application may bring a LogManager of its own: lines wait until then.
 */
final class JulSink implements Sink {
    private static final int MOST_WAITING = 100;

    private final List<Object[]> waiting = new ArrayList<>();
    private @Nullable Logger logger;

    @Override
    public synchronized void open() {
        if (logger == null) {
            logger = Logger.getLogger("io.poolagent");
            for (Object[] line : waiting) {
                write((Level) line[0], (String) line[1]);
            }
            waiting.clear();
        }
    }

    @Override
    public synchronized void write(Level level, String message) {
        Logger to = logger;
        if (to != null) {
            to.log(jul(level), message);
        } else if (waiting.size() < MOST_WAITING) {
            waiting.add(new Object[] {level, message});
        }
    }

    private static java.util.logging.Level jul(Level level) {
        switch (level) {
            case ERROR:
                return java.util.logging.Level.SEVERE;
            case WARN:
                return java.util.logging.Level.WARNING;
            case INFO:
                return java.util.logging.Level.INFO;
            case DEBUG:
                return java.util.logging.Level.FINE;
            default:
                return java.util.logging.Level.FINER;
        }
    }
}
