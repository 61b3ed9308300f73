package io.poolagent.it.jmx;

import java.awt.image.BufferedImage;

/**
 * One component twice.
 *
 * @param painted as it paints itself
 * @param onScreen what the screen shows in its place, of the same size
 */
record Seen(BufferedImage painted, BufferedImage onScreen) {
    /** How many percent of what is dark in the one, the text, are dark in the other. */
    int inkInPlace() {
        int ink = 0;
        int shown = 0;
        for (int x = 0; x < painted.getWidth(); x++) {
            for (int y = 0; y < painted.getHeight(); y++) {
                if (isDark(painted.getRGB(x, y))) {
                    ink++;
                    shown += isDark(onScreen.getRGB(x, y)) ? 1 : 0;
                }
            }
        }
        return ink == 0 ? 0 : 100 * shown / ink;
    }

    /** Whether the screen has the blue in which JConsole's charts show their line and its last value. */
    boolean hasChart() {
        for (int x = 0; x < onScreen.getWidth(); x++) {
            for (int y = 0; y < onScreen.getHeight(); y++) {
                int rgb = onScreen.getRGB(x, y);
                if ((rgb >> 16 & 0xff) < 60 && (rgb >> 8 & 0xff) < 60 && (rgb & 0xff) > 120) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isDark(int rgb) {
        return (rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff) < 300;
    }
}
