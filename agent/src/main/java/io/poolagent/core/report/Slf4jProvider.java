package io.poolagent.core.report;

import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Leads what the bundled HikariCP logs into the agent's log. Its information is a detail here: the agent writes a line
 * of its own for each pool.
 */
public final class Slf4jProvider implements SLF4JServiceProvider {
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter context = new NOPMDCAdapter();

    @Override
    public ILoggerFactory getLoggerFactory() {
        return ToAgentLog::new;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return context;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {}

    private static final class ToAgentLog extends LegacyAbstractLogger implements Logger {
        ToAgentLog(String name) {
            this.name = name;
        }

        @Override
        public boolean isTraceEnabled() {
            return Log.isOn(Level.TRACE);
        }

        @Override
        public boolean isDebugEnabled() {
            return Log.isOn(Level.TRACE);
        }

        @Override
        public boolean isInfoEnabled() {
            return Log.isOn(Level.DEBUG);
        }

        @Override
        public boolean isWarnEnabled() {
            return Log.isOn(Level.WARN);
        }

        @Override
        public boolean isErrorEnabled() {
            return Log.isOn(Level.ERROR);
        }

        @Override
        protected @Nullable String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                org.slf4j.event.Level level,
                @Nullable Marker marker,
                String pattern,
                Object @Nullable [] arguments,
                @Nullable Throwable cause) {
            String text = MessageFormatter.basicArrayFormat(pattern, arguments);
            Log.log(level(level), cause == null ? text : text + ": " + cause);
        }

        private static Level level(org.slf4j.event.Level level) {
            switch (level) {
                case ERROR:
                    return Level.ERROR;
                case WARN:
                    return Level.WARN;
                case INFO:
                    return Level.DEBUG;
                default:
                    return Level.TRACE;
            }
        }
    }
}
