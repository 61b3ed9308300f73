package io.poolagent.core.report;

import java.util.Set;

/** Names for people, with a number where others have the same. */
public final class Numbered {
    private Numbered() {}

    /** The name, or the first of {@code name #2}, {@code name #3} and so on that is not taken. */
    public static String unique(String name, Set<String> taken) {
        String unique = name;
        for (int number = 2; taken.contains(unique); number++) {
            unique = name + " #" + number;
        }
        return unique;
    }
}
