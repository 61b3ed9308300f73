package io.poolagent.core.config;

/** A value and where it came from. Immutable. */
public final class Setting {
    private final Object value;
    private final String text;
    private final String source;

    Setting(Object value, String text, String source) {
        this.value = value;
        this.text = text;
        this.source = source;
    }

    /** The value in its type's own form. */
    Object value() {
        return value;
    }

    /** The value as it was written. */
    public String text() {
        return text;
    }

    /** Where it came from, as the end of a sentence: {@code the agent argument}. */
    public String source() {
        return source;
    }
}
