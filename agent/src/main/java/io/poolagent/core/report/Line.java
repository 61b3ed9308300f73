package io.poolagent.core.report;

/**
 * The text form of a log line: who, when (UTC), how severe, what. The time is worked out here because the first line is
 * written before the application's main, and asking the JVM for its time zone then would fix the zone before the
 * application can set the property user.timezone.
 */
final class Line {
    private static final long DAY = 86_400_000;

    private Line() {}

    static String of(Level level, String message) {
        StringBuilder line = new StringBuilder(message.length() + 48);
        line.append("[pool-agent] ");
        time(line, System.currentTimeMillis());
        line.append(' ').append(level).append(level.name().length() == 4 ? "  " : " ");
        return line.append(message).append(System.lineSeparator()).toString();
    }

    /** ISO 8601, for years from 1970 on; days to a date by counting from a first of March. */
    static void time(StringBuilder to, long millis) {
        long days = millis / DAY + 719_468;
        long era = days / 146_097;
        long day = days % 146_097;
        long year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        long dayOfYear = day - (365 * year + year / 4 - year / 100);
        long month = (5 * dayOfYear + 2) / 153;
        long dayOfMonth = dayOfYear - (153 * month + 2) / 5 + 1;
        month = month < 10 ? month + 3 : month - 9;
        year += era * 400 + (month <= 2 ? 1 : 0);
        pad(to, year, 4).append('-');
        pad(to, month, 2).append('-');
        pad(to, dayOfMonth, 2).append('T');
        pad(to, millis / 3_600_000 % 24, 2).append(':');
        pad(to, millis / 60_000 % 60, 2).append(':');
        pad(to, millis / 1_000 % 60, 2).append('.');
        pad(to, millis % 1_000, 3).append('Z');
    }

    private static StringBuilder pad(StringBuilder to, long number, int digits) {
        String text = Long.toString(number);
        for (int i = text.length(); i < digits; i++) {
            to.append('0');
        }
        return to.append(text);
    }
}
