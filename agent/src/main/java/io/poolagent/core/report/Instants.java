package io.poolagent.core.report;

/** Points in time, for people and programs. */
public final class Instants {
    private Instants() {}

    /** ISO 8601 in UTC, with milliseconds, of milliseconds since 1970. */
    public static String text(long millis) {
        StringBuilder text = new StringBuilder(24);
        Line.time(text, millis);
        return text.toString();
    }
}
