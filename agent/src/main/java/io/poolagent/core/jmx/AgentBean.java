package io.poolagent.core.jmx;

import static javax.management.MBeanOperationInfo.INFO;
import static javax.management.openmbean.SimpleType.DOUBLE;
import static javax.management.openmbean.SimpleType.INTEGER;
import static javax.management.openmbean.SimpleType.LONG;
import static javax.management.openmbean.SimpleType.STRING;

import io.poolagent.core.config.Options;
import io.poolagent.core.jvm.AgentRun;
import io.poolagent.core.pool.FailedConnect;
import io.poolagent.core.pool.FailedConnects;
import io.poolagent.core.pool.Pools;
import io.poolagent.core.report.HookErrors;
import io.poolagent.core.report.Instants;
import io.poolagent.core.watch.PoolHealth;
import io.poolagent.core.watch.Watch;
import java.util.Map;

/** The bean of the agent itself: {@code io.poolagent:type=Agent}. */
final class AgentBean {
    private static final Rows<String[]> SETTINGS = new Rows<String[]>("setting", "An option, as it is in force")
            .column("option", STRING, "Its name", each -> each[0])
            .column("value", STRING, "Its value; secrets as stars", each -> each[1])
            .column("source", STRING, "Where that comes from", each -> each[2]);

    private static final Rows<Map.Entry<String, Long>> ERRORS = new Rows<Map.Entry<String, Long>>(
                    "hookError", "Failures of the agent's own in one hook")
            .column("hook", STRING, "Where", Map.Entry::getKey)
            .column("errors", LONG, "How many", Map.Entry::getValue);

    private static final Rows<FailedConnect> FAILED = new Rows<FailedConnect>(
                    "failedConnect", "Connects to one URL that failed for which there was no pool yet")
            .column("url", STRING, "Where to, without secrets", FailedConnect::url)
            .column("count", LONG, "How many", FailedConnect::count)
            .column(
                    "lastError",
                    STRING,
                    "Class and SQLState of the last of them",
                    each -> each.last().what())
            .column(
                    "lastErrorTime",
                    STRING,
                    "When that was, as ISO 8601 in UTC",
                    each -> each.last().time());

    private static final Table<Watch> TABLE = new Table<Watch>("The agent, over all pools.")
            .attribute("Version", STRING, "The agent's version", now -> AgentRun.version())
            .attribute("Java", STRING, "The Java it runs on", now -> System.getProperty("java.version"))
            .attribute(
                    "Mode", STRING, "What it does (mode)", now -> now.config().text(Options.MODE))
            .attribute("StartTime", STRING, "When it started, UTC", now -> Instants.text(AgentRun.startMillis()))
            .attribute("UptimeMillis", LONG, "For how long it has run, ms", now -> AgentRun.millis())
            .attribute(
                    "State",
                    STRING,
                    "healthy, warning or error: as the worst pool, a database for which there is none yet, or the JVM's memory",
                    now -> now.status().label())
            .attribute(
                    "StateReason",
                    STRING,
                    "Why it is not healthy; empty where it is",
                    now -> String.join("; ", now.reasons()))
            .attribute(
                    "Recommendations",
                    STRING,
                    "What to do about the JVM's memory, one in a line; pools have their own",
                    now -> String.join("\n", now.recommendations()))
            .attribute("Pools", INTEGER, "How many pools there are, foreign ones included", Watch::count)
            .attribute("Acquires", LONG, "Leases that began, in all pools there are", Watch::acquires)
            .attribute(
                    "AcquiresPerSecond", DOUBLE, "The same per second, over the last minute", Watch::acquiresPerSecond)
            .attribute(
                    "FailedConnects",
                    LONG,
                    "Connects that failed for which there was no pool yet",
                    now -> failed(now).errors().count())
            .attribute(
                    "FailedConnectsByUrl",
                    FAILED.type(),
                    "The same by URL, of the hundred that failed last",
                    now -> FAILED.of(failed(now).byUrl()))
            .attribute(
                    "RewrittenClasses", INTEGER, "Classes in which hooks were installed", now -> AgentRun.rewritten())
            .attribute(
                    "HookErrors",
                    LONG,
                    "Failures of the agent's own in hooks; 0 is as it should be",
                    now -> HookErrors.count())
            .attribute(
                    "HookErrorsByHook",
                    ERRORS.type(),
                    "The same by hook",
                    now -> ERRORS.of(HookErrors.byHook().entrySet()))
            .attribute(
                    "Configuration",
                    SETTINGS.type(),
                    "The options in force",
                    now -> SETTINGS.of(now.config().shown()))
            .notifies(Notifier.TYPES)
            .operation(
                    "dump",
                    STRING,
                    INFO,
                    "Logs all pools, leaks and open leases, and returns the text",
                    AgentBean::dump);

    private AgentBean() {}

    static Bean<?> of(Watch watch) {
        return new Bean<>(TABLE, () -> watch);
    }

    private static FailedConnects failed(Watch watch) {
        Pools all = watch.source();
        return all == null ? new FailedConnects() : all.failedConnects();
    }

    private static String dump(Watch watch) {
        StringBuilder text = new StringBuilder();
        for (PoolHealth each : watch.pools()) {
            text.append(each.view().name())
                    .append(": ")
                    .append(each.status().label())
                    .append(", ")
                    .append(each.view().state())
                    .append('\n');
        }
        return text + watch.leaks().report(watch.leases());
    }
}
