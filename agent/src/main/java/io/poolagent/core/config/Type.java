package io.poolagent.core.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What values an option takes: how they are written, read and described. Immutable. */
public abstract class Type {
    private final String allowed;

    private Type(String allowed) {
        this.allowed = allowed;
    }

    /** What is allowed, as the end of a sentence. */
    public final String allowed() {
        return allowed;
    }

    /** Reads a trimmed text; null where it is not allowed. */
    abstract @Nullable Object read(String text);

    /** Whether values are shown as stars. */
    boolean isSecret() {
        return false;
    }

    /** A value as people may see it. */
    String shown(String text) {
        return isSecret() && !text.isEmpty() ? "***" : text;
    }

    /** The words to choose from; empty where any text may do. */
    String[] choices() {
        return new String[0];
    }

    /** A whole number, read as Integer. */
    static Type whole(int least, int most, String unit) {
        return number(least, most, "a whole number of " + unit + " from " + least + " to " + most);
    }

    /** The number of a port, or 0 for none, read as Integer. */
    static Type port() {
        return number(0, 65_535, "the number of a port, from 1 to 65535, or 0 for none");
    }

    private static Type number(final int least, final int most, String allowed) {
        return new Type(allowed) {
            @Override
            @Nullable
            Object read(String text) {
                try {
                    int value = Integer.parseInt(text);
                    return value >= least && value <= most ? value : null;
                } catch (NumberFormatException e) {
                    return null;
                }
            }
        };
    }

    /** A duration with its unit, read as Long milliseconds. */
    static Type duration(final long least, final long most, String range) {
        return new Type("a duration with its unit (250ms, 30s, 5m, 1h, 1d) from " + range) {
            @Override
            @Nullable
            Object read(String text) {
                Long millis = Durations.millis(text);
                return millis != null && millis >= least && millis <= most ? millis : null;
            }
        };
    }

    /** A size with its unit, read as Long bytes. */
    static Type size(final long least, final long most, String range) {
        return new Type("a size with its unit (512KB, 10MB, 1GB) from " + range) {
            @Override
            @Nullable
            Object read(String text) {
                Long bytes = Sizes.bytes(text);
                return bytes != null && bytes >= least && bytes <= most ? bytes : null;
            }
        };
    }

    /**
     * Two numbers with a slash between, the second not below the first, read as {@link Levels}.
     *
     * @param suffix what a number of bytes ends in; empty for plain numbers
     */
    static Type levels(final long least, final long most, String unit, final String suffix) {
        final boolean bytes = !suffix.isEmpty();
        String example = bytes ? "50MB/100MB" : "60/90";
        return new Type("two numbers with a slash between, warning/error (" + example + "), " + unit + " from " + least
                + " to " + most + ", the second not below the first") {
            @Override
            @Nullable
            Object read(String text) {
                int slash = text.indexOf('/');
                Long warning =
                        slash < 0 ? null : number(text.substring(0, slash).trim());
                Long error = slash < 0 ? null : number(text.substring(slash + 1).trim());
                boolean right =
                        warning != null && error != null && warning >= least && error <= most && warning <= error;
                return right && warning != null && error != null ? new Levels(warning, error) : null;
            }

            private @Nullable Long number(String text) {
                try {
                    return bytes ? Sizes.bytes(text) : Long.valueOf(text);
                } catch (NumberFormatException e) {
                    return null;
                }
            }
        };
    }

    /** A text that is shown nowhere, read as String. */
    static Type secret() {
        return new Type("any text; it is shown nowhere") {
            @Override
            Object read(String text) {
                return text;
            }

            @Override
            boolean isSecret() {
                return true;
            }
        };
    }

    /** One of some words, read as String in lower case. */
    static Type choice(final String... words) {
        return new Type("one of " + String.join(", ", words)) {
            @Override
            @Nullable
            Object read(String text) {
                String word = text.toLowerCase(Locale.ROOT);
                for (String known : words) {
                    if (known.equals(word)) {
                        return known;
                    }
                }
                return null;
            }

            @Override
            String[] choices() {
                return words.clone();
            }
        };
    }

    /** Any text, read as String. */
    static Type text(String allowed) {
        return new Type(allowed) {
            @Override
            Object read(String text) {
                return text;
            }
        };
    }

    /** Patterns of URLs, read as {@link UrlPatterns}. */
    static Type patterns() {
        return new Type("texts separated by |, in which * stands for anything") {
            @Override
            Object read(String text) {
                return UrlPatterns.of(text);
            }

            @Override
            String shown(String text) {
                return UrlPatterns.masked(text);
            }
        };
    }

    /** Where the log goes, read as String. */
    static Type target() {
        return new Type("stderr, jul, slf4j or file:PATH") {
            @Override
            @Nullable
            Object read(String text) {
                boolean known = text.equals("stderr") || text.equals("jul") || text.equals("slf4j");
                return known || text.startsWith("file:") && text.length() > "file:".length() ? text : null;
            }

            @Override
            String[] choices() {
                return new String[] {"stderr", "jul", "slf4j", "file:PATH"};
            }
        };
    }
}
