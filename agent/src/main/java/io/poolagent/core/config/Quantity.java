package io.poolagent.core.config;

import org.jspecify.annotations.Nullable;

/** A whole number and a unit, as people write them. */
final class Quantity {
    private static final int MOST_DIGITS = 12;

    private Quantity() {}

    /**
     * The number times its unit's factor. A bare 0 needs no unit.
     *
     * @return null where the text is none, or is more than a long can hold
     */
    static @Nullable Long read(String text, String[] units, long[] factors) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        if (digits == 0 || digits > MOST_DIGITS) {
            return null;
        }
        long number = Long.parseLong(text.substring(0, digits));
        String unit = text.substring(digits).trim();
        if (unit.isEmpty()) {
            return number == 0 ? 0L : null;
        }
        for (int i = 0; i < units.length; i++) {
            if (units[i].equals(unit)) {
                return number <= Long.MAX_VALUE / factors[i] ? number * factors[i] : null;
            }
        }
        return null;
    }
}
