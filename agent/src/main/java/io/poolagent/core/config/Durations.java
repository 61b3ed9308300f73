package io.poolagent.core.config;

import org.jspecify.annotations.Nullable;

/** Durations as people write them: {@code 250ms}, {@code 30s}. */
final class Durations {
    private static final String[] UNITS = {"ms", "s", "m", "h", "d"};
    private static final long[] MILLIS = {1, 1_000, 60_000, 3_600_000, 86_400_000};

    private Durations() {}

    /** Milliseconds; null where the text is no duration. A bare 0 needs no unit. */
    static @Nullable Long millis(String text) {
        return Quantity.read(text, UNITS, MILLIS);
    }
}
