package io.poolagent.core.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one table of options. Parsing, validation, the {@code config} command and the README's table come from it; an
 * option that is not here does not exist.
 */
public final class Options {
    /** What the agent does. */
    public static final Option MODE = new Option(
            "mode",
            Type.choice("pool", "observe", "off"),
            "pool",
            "pool: connects go through managed pools. observe: connections are tracked, none is pooled. off: the agent"
                    + " does nothing.");

    /** The most physical connections in a pool. */
    public static final Option MAX = new Option(
            "pool.max",
            Type.whole(1, 10_000, "connections"),
            "10",
            "The most physical connections a pool keeps, and the most idle ones per server over all pools.",
            "DB_POOL_MAX",
            "DB_POOL_MAX_CONNECTIONS");

    /** The connections kept open. */
    public static final Option MIN = new Option(
            "pool.min",
            Type.whole(0, 10_000, "connections"),
            "0",
            "So many connections are opened once the first connect to a URL has succeeded, and kept, as far as pool.max allows idle ones per server."
                    + " Where a DataSource connects they are kept, but opened by the application's acquires only.",
            "DB_POOL_MIN",
            "DB_POOL_MIN_CONNECTIONS");

    /** How long an idle connection is kept. */
    public static final Option IDLE_TIMEOUT = new Option(
            "pool.idle-timeout",
            Type.duration(0, 7 * 86_400_000L, "1ms to 7d, or 0 for no limit"),
            "5m",
            "An idle connection is closed after this time.");

    /** How long a connection lives. */
    public static final Option MAX_LIFETIME = new Option(
            "pool.max-lifetime",
            Type.duration(0, 30 * 86_400_000L, "1ms to 30d, or 0 for no limit"),
            "1h",
            "A connection older than this is closed when it is released or idle.");

    /** What happens when a pool is exhausted. */
    public static final Option OVERFLOW = new Option(
            "pool.overflow",
            Type.choice("direct", "wait", "fail"),
            "direct",
            "When a pool is exhausted: direct connects without the pool after about one connect time; wait waits up to"
                    + " pool.acquire-timeout and then fails; fail fails after about one connect time.");

    /** The most overflow connections at once. */
    public static final Option OVERFLOW_MAX = new Option(
            "pool.overflow-max",
            Type.whole(0, 1_000_000, "connections"),
            "1000000",
            "The most overflow connections of a pool at once; above it an acquire waits as with pool.overflow=wait.");

    /** How long an acquire waits where it waits. */
    public static final Option ACQUIRE_TIMEOUT = new Option(
            "pool.acquire-timeout",
            Type.duration(1, 86_400_000L, "1ms to 1d"),
            "30s",
            "How long an acquire waits where pool.overflow makes it wait.",
            "DB_POOL_TIMEOUT");

    /** What becomes of a session at release. */
    public static final Option RESET = new Option(
            "session.reset",
            Type.choice("auto", "always", "never", "close"),
            "auto",
            "What becomes of a session at release. auto: where statements left something behind that the database's own"
                    + " reset undoes it is reset, else closed. always: it is reset after every lease. never: it is used"
                    + " again as it is, but for transactions and JDBC attributes. close: it is closed where statements"
                    + " left anything behind.");

    /** From when on a lease is suspected to be a leak. */
    public static final Option LEAK_THRESHOLD = new Option(
            "leak.threshold",
            Type.duration(1, 30 * 86_400_000L, "1ms to 30d"),
            "60s",
            "A connection held for longer without being used is suspected to be leaked.");

    /** How much of its stack an acquire captures. */
    public static final Option LEAK_STACK = new Option(
            "leak.stack",
            Type.choice("adaptive", "full", "place", "off"),
            "adaptive",
            "What each acquire captures, to name the line that leaks. full: the whole stack. place: the application's first"
                    + " frame. adaptive: the whole stack, but where stacks are deeper than 80 frames only the first frame,"
                    + " with whole stacks for a sample, the first of each place and suspects. off: nothing.");

    /** Whether a dry pool asks the JVM for a collection. */
    public static final Option LEAK_COLLECT = new Option(
            "leak.collect",
            Type.choice("auto", "eager", "off"),
            "auto",
            "Whether the agent asks the JVM for a garbage collection, which proves leaks. auto: while a dry pool's connections"
                    + " have not been used for leak.threshold or more connections go past it than it has, at most 4 % of the"
                    + " time, ever more seldom while no leak comes of it, never again after one that took over 200 ms. eager: as soon"
                    + " as a pool is dry; once half as many connections as pool.max go past the pool acquires wait a second for what it"
                    + " frees, longer while it runs or leaks are proven, 10 s at most. off: never.");

    /** Places that are meant to hold connections. */
    public static final Option LEAK_ALLOW = new Option(
            "leak.allow",
            Type.patterns(),
            "",
            "Places that hold connections on purpose, as package.Class.method, which reports name, separated by |; * stands for any text.");

    /** How long a lease may last at all. */
    public static final Option LEAK_ABANDONED_AFTER = new Option(
            "leak.abandoned-after",
            Type.duration(0, 30 * 86_400_000L, "1ms to 30d, or 0 for never"),
            "0",
            "A connection held for longer is aborted, used or not, and its late user gets an exception that says so.");

    /** How much open leases may grow. */
    public static final Option LEAK_MEMORY = new Option(
            "leak.memory",
            Type.size(1 << 20, 1L << 40, "1MB to 1TB"),
            "100MB",
            "What open connections, statements and result sets hold in memory is reported when it has grown by more.");

    /** From when on a statement is slow. */
    public static final Option SQL_SLOW = new Option(
            "sql.slow",
            Type.duration(0, 86_400_000L, "1ms to 1d, or 0 for off"),
            "0",
            "A statement that runs for longer is logged, with its duration, place, rows and pool.");

    /** How statements are shown. */
    public static final Option LOG_SQL = new Option(
            "log.sql",
            Type.choice("masked", "full", "off"),
            "masked",
            "How reports and lists show statements. masked: without values and comments. full: as they are. off: not at all.");

    /** URLs that are never pooled. */
    public static final Option EXCLUDE = new Option(
            "url.exclude", Type.patterns(), "", "URLs that are not pooled, separated by |; * stands for any text.");

    /** Home-made pools that are replaced. */
    public static final Option FOREIGN_TAKEOVER = new Option(
            "foreign.takeover",
            Type.patterns(),
            "",
            "Classes of the application's own pools, by full name, separated by |; * stands for any text. Their methods"
                    + " that return a connection take it from a managed pool instead, and those that take one back close it.");

    /** URLs that are pooled against the agent's own judgement. */
    public static final Option INCLUDE = new Option(
            "url.include",
            Type.patterns(),
            "",
            "URLs that are pooled although the agent would not (an H2 file, SQLite), separated by |.");

    /** How much is logged. */
    public static final Option LOG_LEVEL = new Option(
            "log.level",
            Type.choice("error", "warn", "info", "debug", "trace", "off"),
            "info",
            "The least severe level that is logged.");

    /** Where the log goes. */
    public static final Option LOG_TARGET = new Option(
            "log.target",
            Type.target(),
            "stderr",
            "Where the log goes: stderr, jul (java.util.logging), slf4j (the application's own) or file:PATH. jul and"
                    + " slf4j get their first lines once the application has a pool, in a logger named io.poolagent.");

    /** How large a file of the log becomes. */
    public static final Option LOG_FILE_SIZE = new Option(
            "log.file-size",
            Type.size(1L << 10, 100L << 30, "1KB (1024 bytes) to 100GB"),
            "10MB",
            "With log.target=file:PATH: a file that would become larger is renamed to PATH.1, and a new one is begun.");

    /** How many old files of the log are kept. */
    public static final Option LOG_FILES = new Option(
            "log.files",
            Type.whole(0, 100, "files"),
            "3",
            "With log.target=file:PATH: how many old files are kept; PATH.1 is the newest.");

    /** The form of lines. */
    public static final Option LOG_FORMAT = new Option(
            "log.format",
            Type.choice("text", "json"),
            "text",
            "The form of all lines in the log: text, or one JSON object per line; reports are JSON then as well.");

    /** The form of reports. */
    public static final Option REPORT_FORMAT = new Option(
            "report.format",
            Type.choice("text", "json"),
            "text",
            "The form of reports in the log: text of several lines, or one JSON object per line. Other lines are text.");

    /** A file of options. */
    public static final Option CONFIG = new Option(
            "config", Type.text("the path of a file in properties format"), "", "A file of options, name=value.");

    /** What a bad configuration does. */
    public static final Option STRICT = new Option(
            "strict",
            Type.choice("true", "false"),
            "false",
            "With true a bad configuration ends the JVM's start; else it switches the agent off.");

    /** All of them, in the order of the README's table. */
    public static final List<Option> ALL = all();

    private static List<Option> all() {
        List<Option> all = new ArrayList<>(Arrays.asList(
                MODE,
                MAX,
                MIN,
                IDLE_TIMEOUT,
                MAX_LIFETIME,
                OVERFLOW,
                OVERFLOW_MAX,
                ACQUIRE_TIMEOUT,
                RESET,
                LEAK_THRESHOLD,
                LEAK_STACK,
                LEAK_COLLECT,
                LEAK_ALLOW,
                LEAK_ABANDONED_AFTER,
                LEAK_MEMORY,
                SQL_SLOW,
                LOG_SQL,
                EXCLUDE,
                INCLUDE,
                FOREIGN_TAKEOVER,
                LOG_LEVEL,
                LOG_TARGET,
                LOG_FILE_SIZE,
                LOG_FILES,
                LOG_FORMAT,
                REPORT_FORMAT));
        all.addAll(WatchOptions.ALL);
        all.addAll(Arrays.asList(CONFIG, STRICT));
        return Collections.unmodifiableList(all);
    }

    private Options() {}

    static @Nullable Option byName(String name) {
        for (Option option : ALL) {
            if (option.name().equals(name)) {
                return option;
            }
        }
        return null;
    }

    /** As {@link #byName}, for an option that can be set for some URLs only. */
    static @Nullable Option byNamePerUrl(String name) {
        Option option = byName(name);
        return option != null && option.perUrl() ? option : null;
    }

    static @Nullable Option byEnvironmentName(String name) {
        for (Option option : ALL) {
            if (option.environmentName().equals(name)) {
                return option;
            }
        }
        return null;
    }
}
