package io.poolagent.core.report;

import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Failures by the class of their SQLState, which is its first two characters. Any thread may use it. */
final class ErrorClasses {
    /** The standard and all products together have fewer; a driver that makes them up must not fill a monitoring system. */
    private static final int MOST = 60;

    private static final int STATE_LENGTH = 5;

    private final ConcurrentHashMap<String, LongAdder> counts = new ConcurrentHashMap<>();

    void count(Throwable thrown) {
        String name = name(thrown);
        if (counts.size() >= MOST && !counts.containsKey(name)) {
            name = "other";
        }
        counts.computeIfAbsent(name, key -> new LongAdder()).increment();
    }

    /** The two characters; {@code none} where there is no SQLState or none by the standard, which may hold anything. */
    private static String name(Throwable thrown) {
        String state = thrown instanceof SQLException ? ((SQLException) thrown).getSQLState() : null;
        boolean standard = state != null && state.length() == STATE_LENGTH && isLetter(state, 0) && isLetter(state, 1);
        return standard && state != null ? state.substring(0, 2) : "none";
    }

    private static boolean isLetter(String state, int index) {
        char each = state.charAt(index);
        return each >= '0' && each <= '9' || each >= 'A' && each <= 'Z';
    }

    /** How many there were of each, by name; not to be changed. */
    Map<String, Long> counts() {
        Map<String, Long> all = new TreeMap<>();
        counts.forEach((name, count) -> all.put(name, count.sum()));
        return Collections.unmodifiableMap(all);
    }
}
