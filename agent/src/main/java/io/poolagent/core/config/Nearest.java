package io.poolagent.core.config;

import java.util.Locale;

/** Finds the known word that somebody most likely meant. */
final class Nearest {
    private Nearest() {}

    /** The nearest option's name, whichever way the given one was written. */
    static String option(String given) {
        String[] names = new String[Options.ALL.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = Options.ALL.get(i).name();
        }
        String name = given.startsWith("POOLAGENT_") ? given.substring("POOLAGENT_".length()) : given;
        return of(name.toLowerCase(Locale.ROOT).replace('_', '.'), names);
    }

    /** The nearest of some words; empty where there are none. */
    static String of(String given, String... words) {
        String best = "";
        int least = Integer.MAX_VALUE;
        for (String word : words) {
            int distance = distance(given.toLowerCase(Locale.ROOT), word);
            if (distance < least) {
                least = distance;
                best = word;
            }
        }
        return best;
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.min(cost, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
