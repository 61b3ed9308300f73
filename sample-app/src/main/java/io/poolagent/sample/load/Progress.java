package io.poolagent.sample.load;

import java.io.PrintStream;

/** Tells the user how far things are: in place on a terminal, line by line elsewhere. Safe for many threads. */
public final class Progress {

    /** How lines of progress begin where they are written line by line. */
    public static final String MARK = "... ";

    private final PrintStream out;
    private final boolean inPlace;
    private int shown;

    /**
     * Progress on a stream.
     *
     * @param out where it goes; not standard output, which holds results
     * @param inPlace whether the stream ends at a terminal
     */
    public Progress(PrintStream out, boolean inPlace) {
        this.out = out;
        this.inPlace = inPlace;
    }

    /** How often to show something, in milliseconds. */
    public long intervalMillis() {
        return inPlace ? 250 : 1000;
    }

    /** Shows how far things are, in place of what was shown before where that is possible. */
    public synchronized void show(String text) {
        if (inPlace) {
            wipe();
            out.print(text);
            shown = text.length();
        } else {
            out.println(MARK + text);
        }
        out.flush();
    }

    /** Says something that is to stay. */
    public synchronized void say(String text) {
        wipe();
        out.println(text);
    }

    /** Leaves the terminal as if nothing had been shown. */
    public synchronized void done() {
        wipe();
        out.flush();
    }

    private void wipe() {
        if (shown > 0) {
            StringBuilder blank = new StringBuilder("\r");
            for (int i = 0; i < shown; i++) {
                blank.append(' ');
            }
            out.print(blank.append('\r'));
            shown = 0;
        }
    }
}
