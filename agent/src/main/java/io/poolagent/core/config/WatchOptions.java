package io.poolagent.core.config;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The rows of the table of options that say how people and machines watch the agent; see {@link Options}. */
public final class WatchOptions {
    /** From which utilisation on somebody is told. */
    public static final Option ALERT_UTILISATION = new Option(
            "alert.utilisation",
            Type.levels(1, 100, "percent", ""),
            "60/90",
            "From which utilisation of a pool on, in percent, somebody is told: warning/error.");

    /** From how many waiting threads on somebody is told. */
    public static final Option ALERT_WAITING = new Option(
            "alert.waiting",
            Type.levels(1, 1_000_000, "threads", ""),
            "1/5",
            "From how many threads on that wait for a connection of a pool somebody is told: warning/error.");

    /** From how many errors an hour on somebody is told. */
    public static final Option ALERT_ERRORS = new Option(
            "alert.errors-per-hour",
            Type.levels(1, 1_000_000_000, "errors", ""),
            "1/10",
            "From how many failed connects and refused acquires of a pool in an hour on somebody is told: warning/error.");

    /** From which use of the heap on somebody is told. */
    public static final Option ALERT_HEAP = new Option(
            "alert.heap",
            Type.levels(1, 100, "percent", ""),
            "70/80",
            "From which use of the heap on, in percent of -Xmx after collections, somebody is told: warning/error. Once JMX has"
                    + " been started, or HTTP is served.");

    /** From which growth of open leases, statements and result sets on somebody is told. */
    public static final Option ALERT_JDBC_MEMORY = new Option(
            "alert.jdbc-memory-growth",
            Type.levels(1 << 20, Integer.MAX_VALUE, "bytes", "MB"),
            "50MB/100MB",
            "From which growth of what open leases, statements and result sets hold on, between looks each 30 s, somebody is"
                    + " told: warning/error.");

    /** How often databases are asked whether they are there. */
    public static final Option HEALTH_INTERVAL = new Option(
            "health.interval",
            Type.duration(0, 86_400_000L, "1ms to 1d, or 0 for never"),
            "5m",
            "How often the database of each pool in use is asked whether it is there: on an idle connection, else on one more,"
                    + " which is closed.");

    /** The port of the HTTP server. */
    public static final Option HTTP_PORT = new Option(
            "http.port",
            Type.port(),
            "0",
            "The port at which health, metrics, leaks and the page of figures are served over HTTP; 0 for none.");

    /** The address of the HTTP server. */
    public static final Option HTTP_BIND = new Option(
            "http.bind",
            Type.text("an address or a host's name"),
            "127.0.0.1",
            "The address at which HTTP is served. On another one than loopback http.token is required for everything but"
                    + " /health, /health/live and /health/ready.");

    /** Who may ask. */
    public static final Option HTTP_TOKEN =
            new Option("http.token", Type.secret(), "", "What HTTP clients must send, as Authorization: Bearer TOKEN.");

    /** What readiness means. */
    public static final Option READY_REQUIRES = new Option(
            "ready.requires",
            Type.choice("database", "agent"),
            "database",
            "When /health/ready says 200. database: while no pool's database is known to be down. agent: always.");

    /** Whose registry has the meters. */
    public static final Option METRICS_TARGET = new Option(
            "metrics.target",
            Type.choice("agent", "app"),
            "agent",
            "Where meters are. agent: in the agent's own registry, served at /metrics. app: in Micrometer's global registry of the"
                    + " application as well, if it has one.");

    /** Where the history is written at the end. */
    public static final Option HISTORY_FILE = new Option(
            "history.file",
            Type.text("the path of a file"),
            "",
            "Where the figures of the last hour and day are written as JSON when the JVM ends.");

    /** All of them, in the order of the README's table. */
    static final List<Option> ALL = Collections.unmodifiableList(Arrays.asList(
            ALERT_UTILISATION,
            ALERT_WAITING,
            ALERT_ERRORS,
            ALERT_HEAP,
            ALERT_JDBC_MEMORY,
            HEALTH_INTERVAL,
            HTTP_PORT,
            HTTP_BIND,
            HTTP_TOKEN,
            READY_REQUIRES,
            METRICS_TARGET,
            HISTORY_FILE));

    private WatchOptions() {}
}
