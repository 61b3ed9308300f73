package io.poolagent.core.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sizes as people write them, in any case: {@code 512KB}, {@code 10MB}. Each unit is 1024 of the one before. */
final class Sizes {
    private static final String[] UNITS = {"B", "KB", "MB", "GB"};
    private static final long[] BYTES = {1, 1L << 10, 1L << 20, 1L << 30};

    private Sizes() {}

    /** Bytes; null where the text is no size. A bare 0 needs no unit. */
    static @Nullable Long bytes(String text) {
        return Quantity.read(text.toUpperCase(Locale.ROOT), UNITS, BYTES);
    }
}
