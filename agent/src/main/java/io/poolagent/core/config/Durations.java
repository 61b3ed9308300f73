package io.poolagent.core.config;

import org.jspecify.annotations.Nullable;

/** Durations as people write them: a whole number and a unit. */
final class Durations {
    private static final String[] UNITS = {"ms", "s", "m", "h", "d"};
    private static final long[] MILLIS = {1, 1_000, 60_000, 3_600_000, 86_400_000};

    private Durations() {}

    /** Milliseconds; null where the text is no duration. A bare 0 needs no unit. */
    static @Nullable Long millis(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        if (digits == 0 || digits > 12) {
            return null;
        }
        long number = Long.parseLong(text.substring(0, digits));
        String unit = text.substring(digits).trim();
        if (unit.isEmpty()) {
            return number == 0 ? 0L : null;
        }
        for (int i = 0; i < UNITS.length; i++) {
            if (UNITS[i].equals(unit)) {
                return number * MILLIS[i];
            }
        }
        return null;
    }
}
