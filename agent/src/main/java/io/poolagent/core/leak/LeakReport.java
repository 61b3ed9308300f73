package io.poolagent.core.leak;

import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.lease.Origin;
import io.poolagent.core.lease.Place;
import io.poolagent.core.report.Json;
import io.poolagent.core.report.Level;
import io.poolagent.core.report.Log;
import java.util.concurrent.TimeUnit;

/** The report of one place: what a person needs at night, in this order. Made where the lease can still be asked. */
final class LeakReport {
    private final LeaseText texts;

    LeakReport(LeaseText texts) {
        this.texts = texts;
    }

    /**
     * Logs a report.
     *
     * @param finding what it is
     * @param lease the leak that gave the reason for it
     * @param figures all leaks of its place
     * @param why why it is taken for a leak
     * @param done what was done about it
     */
    void log(Finding finding, LeaseRecord lease, LeakFigures figures, String why, String done, long now) {
        StackTraceElement[] current = LeaseText.now(lease.holder());
        String cause = cause(finding, lease, current);
        Log.report(
                Level.WARN,
                finding.event,
                () -> text(finding, lease, figures, why, done, cause, current, now),
                json -> json(json, finding, lease, figures, why, done, cause, current, now));
    }

    private String text(
            Finding finding,
            LeaseRecord lease,
            LeakFigures figures,
            String why,
            String done,
            String cause,
            StackTraceElement[] current,
            long now) {
        Place place = lease.place();
        StringBuilder text = new StringBuilder(2_048);
        text.append(finding.heading).append(" at ").append(place.position());
        text.append(" in ").append(place.name()).append(": ");
        text.append(finding == Finding.PROVEN ? "a connection was never closed and has been garbage-collected" : why);
        line(text, "pool", lease.pool());
        line(
                text,
                "from this place",
                figures.count == 0
                        ? "no leak so far"
                        : figures.count + (figures.count == 1 ? " leak" : " leaks") + " since "
                                + LeaseText.instant(figures.firstMillis) + " (" + figures.proven + " proven, "
                                + figures.reclaimed + " taken back, " + figures.returned + " closed late, "
                                + (figures.abandoned == 0 ? "" : figures.abandoned + " aborted, ")
                                + figures.open
                                + " still held)");
        line(
                text,
                "held for",
                LeaseText.duration(lease.held(now))
                        + (finding == Finding.PROVEN ? " until it was collected" : " so far"));
        line(text, "thread", LeaseText.thread(lease.holder()));
        Origin origin = lease.origin();
        line(text, "acquired at", origin == null ? "unknown (leak.stack=off)" : "");
        LeaseText.append(text, LeaseText.acquired(lease), "      ");
        if (origin != null && !origin.isWhole()) {
            text.append(
                    origin.likely().length > origin.frames().length
                            ? "\n         (what is below the marked line is of an earlier acquire there; the next leaks of"
                                    + " this class come with whole stacks)"
                            : "\n         (no more was captured: see leak.stack)");
        }
        if (current.length > 0) {
            line(text, "the thread is now", "");
            LeaseText.append(text, current, "      ");
        }
        line(text, "last SQL", texts.lastSql(lease, now) + ", " + lease.statements() + " in all");
        line(text, "transaction", lease.isInTransaction() ? "open" : "none open");
        line(text, "done", done);
        line(text, "likely cause", cause);
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("\n    ").append(name).append(':');
        if (!value.isEmpty()) {
            text.append(' ').append(value);
        }
    }

    private void json(
            Json json,
            Finding finding,
            LeaseRecord lease,
            LeakFigures figures,
            String why,
            String done,
            String cause,
            StackTraceElement[] current,
            long now) {
        json.put("verdict", finding.word())
                .put("why", why)
                .put("pool", lease.pool())
                .put("place", LeaseText.place(lease.place()))
                .put("position", lease.place().position())
                .put("first", LeaseText.instant(figures.firstMillis))
                .put("heldMillis", TimeUnit.NANOSECONDS.toMillis(lease.held(now)))
                .put("thread", LeaseText.thread(lease.holder(), false))
                .put("stack", LeaseText.frames(LeaseText.acquired(lease)))
                .put("stackIsWhole", lease.origin() != null && lease.origin().isWhole())
                .put("threadNow", LeaseText.frames(current))
                .put("lastSql", texts.sql(lease.lastSql()))
                .put("lastSqlAgeMillis", lease.sqlAge(now) < 0 ? -1 : TimeUnit.NANOSECONDS.toMillis(lease.sqlAge(now)))
                .put("statements", lease.statements())
                .put("inTransaction", lease.isInTransaction())
                .put("done", done)
                .put("likelyCause", cause);
    }

    private static String cause(Finding finding, LeaseRecord lease, StackTraceElement[] current) {
        Place place = lease.place();
        if (finding == Finding.PROVEN) {
            return "a way through " + place.method()
                    + "() on which close() is not called (an exception, an early return, or"
                    + " no close() at all); nothing refers to the connection any more";
        }
        if (finding == Finding.ABANDONED) {
            return lease.listens() || lease.isRunning()
                    ? "work or waiting that takes longer than leak.abandoned-after allows"
                    : "it was forgotten, or is kept for longer than leak.abandoned-after allows";
        }
        if (!lease.holder().isAlive()) {
            return "the thread ended without closing what it had acquired, and something still refers to it (a field, a"
                    + " collection, a thread-local)";
        }
        for (StackTraceElement frame : current) {
            if (frame.getClassName().equals(place.className())
                    && frame.getMethodName().equals(place.method())) {
                return "the thread is still in " + place.method() + "(): it waits for something else while it holds the"
                        + " connection";
            }
        }
        return "the thread has left " + place.method()
                + "() without closing: the connection was handed on, kept in a field,"
                + " or forgotten on a way that is not taken often";
    }
}
