package io.poolagent.core.report;

import io.poolagent.core.config.Config;
import io.poolagent.core.config.Options;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The agent's log: never standard output. Any thread may call any method; nothing is thrown. A line is made only where
 * its level is on: guard costly texts with {@link #isOn}.
 */
public final class Log {
    private static final String FILE = "file:";

    private static volatile Level level = Level.INFO;
    private static volatile Sink sink = new StandardErrorSink();
    private static volatile boolean jsonReports;
    private static volatile boolean jsonLines;
    private static volatile boolean usesJul;

    private Log() {}

    /** Sets level, target and form. Called once, before the application's main. */
    public static void configure(Config config) {
        level = Level.valueOf(config.text(Options.LOG_LEVEL).toUpperCase(Locale.ROOT));
        jsonLines = config.text(Options.LOG_FORMAT).equals("json");
        jsonReports = jsonLines || config.text(Options.REPORT_FORMAT).equals("json");
        String target = config.text(Options.LOG_TARGET);
        if (target.startsWith(FILE)) {
            sink = new FileSink(
                    target.substring(FILE.length()),
                    config.bytes(Options.LOG_FILE_SIZE),
                    config.number(Options.LOG_FILES));
        } else if (target.equals("jul")) {
            usesJul = true;
            sink = new ApplicationSink(new JulLog(), new StandardErrorSink());
        } else if (target.equals("slf4j")) {
            sink = new ApplicationSink(new Slf4jLog(ClassLoader.getSystemClassLoader()), new StandardErrorSink());
        } else {
            sink = new StandardErrorSink();
        }
    }

    /**
     * The target may now start what it needs of the JVM's or the application's logging: the application uses its
     * database already. Called by the thread that made the first connection.
     *
     * @param driver the loader of the driver that made it; null for the bootstrap loader
     */
    public static void open(@Nullable ClassLoader driver) {
        try {
            sink.open(driver);
        } catch (Throwable e) {
            sink = new StandardErrorSink();
            warn("log.target can not be used, the log goes to standard error: " + e);
        }
    }

    /** The JVM ends: java.util.logging closes its handlers beside us, so what is still to be said goes to standard error. */
    public static void ending() {
        if (usesJul) {
            sink = new StandardErrorSink();
        }
    }

    /** Waits until the target has every line, if that takes no longer than this. For the end of the JVM. */
    public static void flush(long millis) {
        try {
            sink.flush(millis);
        } catch (Throwable ignored) {
            // the JVM ends
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

    /**
     * Logs a report in the form that {@code report.format} asks for, of which only that one is made.
     *
     * @param event what happened, as notifications name it: {@code poolagent.leak.proven}
     * @param text the report for people; it may have several lines, and does not end with a line's end
     * @param fields adds the report to an object that has {@code time}, {@code level}, {@code logger} and {@code event}
     */
    public static void report(Level reportLevel, String event, Supplier<String> text, Consumer<Json> fields) {
        try {
            Events.tell(reportLevel, event, text, fields);
        } catch (Throwable e) {
            error("nobody can be told of " + event + ": " + e);
        }
        if (reportLevel == Level.OFF || !isOn(reportLevel)) {
            return;
        }
        try {
            if (jsonReports) {
                Json object = line(reportLevel).put("event", event);
                fields.accept(object);
                emit(reportLevel, object.toString(), true);
            } else {
                emit(reportLevel, text.get(), false);
            }
        } catch (Throwable e) {
            error("a report (" + event + ") can not be made: " + e);
        }
    }

    static void log(Level lineLevel, String message) {
        if (lineLevel != Level.OFF && isOn(lineLevel)) {
            emit(lineLevel, jsonLines ? line(lineLevel).put("message", message).toString() : message, jsonLines);
        }
    }

    private static Json line(Level lineLevel) {
        return Json.object()
                .put("time", Instants.text(System.currentTimeMillis()))
                .put("level", lineLevel.name())
                .put("logger", "pool-agent");
    }

    private static void emit(Level lineLevel, String line, boolean json) {
        Sink to = sink;
        try {
            write(to, lineLevel, line, json);
        } catch (Throwable e) {
            if (to instanceof StandardErrorSink) {
                return; // there is no other place
            }
            sink = new StandardErrorSink();
            warn("log.target: can not be written (" + e + "); the log goes to standard error");
            emit(lineLevel, line, json);
        }
    }

    private static void write(Sink to, Level lineLevel, String line, boolean json) throws IOException {
        if (json) {
            to.writeJson(lineLevel, line);
        } else {
            to.write(lineLevel, line);
        }
    }
}
