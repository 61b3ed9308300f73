package io.poolagent.sample.cli;

/** Finds the option that somebody may have meant. */
final class Nearest {

    private static final int TOO_FAR = 4;

    private Nearest() {}

    /** The nearest option's name; empty when none is near. */
    static String of(String name) {
        String nearest = "";
        int least = TOO_FAR;
        for (Option option : Option.values()) {
            int distance = distance(name, option.text);
            if (distance < least && !option.help.isEmpty()) {
                least = distance;
                nearest = option.text;
            }
        }
        return nearest;
    }

    /** How many letters have to be added, taken away or changed. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
