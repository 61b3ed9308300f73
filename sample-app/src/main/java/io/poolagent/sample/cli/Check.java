package io.poolagent.sample.cli;

import java.util.List;
import java.util.function.Predicate;

/** Which values an option allows, as a test and in words. */
final class Check {

    final String allowed;
    private final Predicate<String> test;

    private Check(String allowed, Predicate<String> test) {
        this.allowed = allowed;
        this.test = test;
    }

    boolean accepts(String value) {
        return test.test(value);
    }

    static Check anything() {
        return new Check("any text", value -> true);
    }

    static Check text() {
        return new Check("a text that is not empty", value -> !value.isEmpty());
    }

    static Check oneOf(List<String> values) {
        return new Check("one of " + String.join(", ", values), values::contains);
    }

    static Check beginning(String prefix) {
        return new Check("something that begins with " + prefix, value -> value.startsWith(prefix));
    }

    static Check whole(long from, long to) {
        String allowed = to == Long.MAX_VALUE
                ? (from == Long.MIN_VALUE ? "a whole number" : "a whole number from " + from + " up")
                : "a whole number from " + from + " to " + to;
        return new Check(allowed, value -> {
            try {
                long number = Long.parseLong(value);
                return number >= from && number <= to;
            } catch (NumberFormatException e) {
                return false;
            }
        });
    }
}
