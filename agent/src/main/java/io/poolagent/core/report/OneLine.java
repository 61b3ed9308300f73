package io.poolagent.core.report;

/** Names that come from outside, of threads, pools and users, as they may stand in a line of the log. Any thread may use it. */
public final class OneLine {
    private OneLine() {}

    /** The text, with a space for each control character: nobody forges a line of the log by a name. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return text.replaceAll("\\p{Cc}", " ");
            }
        }
        return text;
    }
}
