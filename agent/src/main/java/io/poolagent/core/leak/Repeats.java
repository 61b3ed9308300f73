package io.poolagent.core.leak;

/** A group of frames of a stack, and how often it comes again right below: what a recursion leaves. Immutable. */
final class Repeats {
    private static final int LONGEST_GROUP = 6;

    /** How many frames the group has; 1 where nothing is repeated. */
    final int length;
    /** How many times more it is there; 0 where that saves no line. */
    final int more;

    private final int start;

    private Repeats(int start, int length, int more) {
        this.start = start;
        this.length = length;
        this.more = more;
    }

    /** The group that begins with a frame, by which most frames are told. */
    static Repeats at(StackTraceElement[] frames, int start) {
        Repeats best = new Repeats(start, 1, 0);
        int told = 1; // the line that tells of them
        for (int length = 1; length <= LONGEST_GROUP; length++) {
            int end = start + length;
            while (end < frames.length && frames[end].equals(frames[end - length])) {
                end++;
            }
            int more = (end - start) / length - 1;
            if (more * length > told) {
                told = more * length;
                best = new Repeats(start, length, more);
            }
        }
        return best;
    }

    /** The index of the frame after all of them. */
    int end() {
        return start + length * (1 + more);
    }

    /** The index, in the group itself, of the frame that stands for another; that other's where it is none of these. */
    int first(int index) {
        return index < start || index >= end() ? index : start + (index - start) % length;
    }

    @Override
    public String toString() {
        return "... " + (length == 1 ? "" : "these " + length + " frames ") + more
                + (more == 1 ? " more time" : " more times");
    }
}
