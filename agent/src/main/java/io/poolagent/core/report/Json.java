package io.poolagent.core.report;

import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON object or array, in the order of the calls. The text is ASCII only, whatever goes in, so that it
 * survives any character set between here and its reader. Used by one thread. {@link #put} is for objects,
 * {@link #add} for arrays; the wrong one throws IllegalStateException. A name that is put twice stands there twice.
 */
public final class Json {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder text = new StringBuilder();
    private final char close;

    private Json(char open, char close) {
        this.close = close;
        text.append(open);
    }

    /** An empty object. */
    public static Json object() {
        return new Json('{', '}');
    }

    /** An empty array. */
    public static Json array() {
        return new Json('[', ']');
    }

    /** A text; null where there is none. */
    public Json put(String name, @Nullable String value) {
        return name(name).value(value);
    }

    /** A whole number. */
    public Json put(String name, long value) {
        return name(name).raw(Long.toString(value));
    }

    /** A number; JSON knows neither infinity nor "not a number": null stands for them. */
    public Json put(String name, double value) {
        return name(name).raw(number(value));
    }

    /** True or false. */
    public Json put(String name, boolean value) {
        return name(name).raw(Boolean.toString(value));
    }

    /** An object or array as it is now; null where there is none. */
    public Json put(String name, @Nullable Json value) {
        return name(name).raw(String.valueOf(value));
    }

    /** As {@link #put(String, String)}. */
    public Json add(@Nullable String value) {
        return element().value(value);
    }

    /** As {@link #put(String, long)}. */
    public Json add(long value) {
        return element().raw(Long.toString(value));
    }

    /** As {@link #put(String, double)}. */
    public Json add(double value) {
        return element().raw(number(value));
    }

    /** As {@link #put(String, boolean)}. */
    public Json add(boolean value) {
        return element().raw(Boolean.toString(value));
    }

    /** As {@link #put(String, Json)}. */
    public Json add(@Nullable Json value) {
        return element().raw(String.valueOf(value));
    }

    /** What was written so far, as complete JSON on one line. */
    @Override
    public String toString() {
        return text.toString() + close;
    }

    private Json name(String name) {
        next('}');
        quote(name);
        text.append(':');
        return this;
    }

    private Json element() {
        next(']');
        return this;
    }

    private void next(char expected) {
        if (close != expected) {
            throw new IllegalStateException(close == '}' ? "an object takes names" : "an array takes no names");
        }
        if (text.length() > 1) {
            text.append(',');
        }
    }

    private Json raw(String json) {
        text.append(json);
        return this;
    }

    private Json value(@Nullable String value) {
        if (value == null) {
            return raw("null");
        }
        quote(value);
        return this;
    }

    private static String number(double value) {
        return Double.isNaN(value) || Double.isInfinite(value) ? "null" : Double.toString(value);
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c == '\n') {
                text.append("\\n");
            } else if (c == '\t') {
                text.append("\\t");
            } else if (c >= ' ' && c < 127) {
                text.append(c);
            } else {
                text.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    text.append(HEX.charAt(c >> shift & 15));
                }
            }
        }
        text.append('"');
    }
}
