package io.poolagent.it.jmx;

import io.poolagent.it.harness.Await;
import java.awt.AWTException;
import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** Finds what a program of this JVM shows in its windows, and uses it. For any thread but the one of the events. */
final class Windows {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Robot robot;

    Windows() throws AWTException {
        robot = new Robot();
    }

    /** Does something in the thread that may touch components, and waits for it. */
    static <T> T there(Callable<T> task) throws Exception {
        FutureTask<T> future = new FutureTask<>(task);
        SwingUtilities.invokeLater(future);
        return future.get();
    }

    /** The first component of a kind that is shown and fits, as soon as there is one. */
    static <C> C await(String what, Class<C> kind, Predicate<C> fits) throws Exception {
        List<C> found = new ArrayList<>();
        Await.until(what + " is shown", PATIENCE, () -> {
            found.addAll(there(() -> all(kind, fits)));
            return !found.isEmpty();
        });
        return found.get(0);
    }

    /** Waits until something that only the thread of the events may look at is so. */
    static void until(String what, Callable<Boolean> condition) throws Exception {
        Await.until(what, PATIENCE, () -> there(condition));
    }

    /** All components of a kind that are shown and fit. Called by the thread of the events. */
    static <C> List<C> all(Class<C> kind, Predicate<C> fits) {
        List<C> found = new ArrayList<>();
        for (Window each : Window.getWindows()) {
            collect(each, kind, fits, found);
        }
        return found;
    }

    private static <C> void collect(Component in, Class<C> kind, Predicate<C> fits, List<C> into) {
        if (!in.isShowing()) {
            return;
        }
        if (kind.isInstance(in) && fits.test(kind.cast(in))) {
            into.add(kind.cast(in));
        }
        if (in instanceof Container container) {
            for (Component each : container.getComponents()) {
                collect(each, kind, fits, into);
            }
        }
    }

    /** The first of a kind in a component, shown or not; null where there is none. Called by the thread of the events. */
    static <C> @Nullable C inside(Component in, Class<C> kind) {
        if (kind.isInstance(in)) {
            return kind.cast(in);
        }
        if (in instanceof Container container) {
            for (Component each : container.getComponents()) {
                C found = inside(each, kind);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Uses the button of a name. What it does may open a dialog, so nobody waits for it. */
    static void press(String button) throws Exception {
        AbstractButton found = await("the button " + button, AbstractButton.class, named(button));
        until("the button " + button + " can be pressed", found::isEnabled);
        SwingUtilities.invokeLater(found::doClick);
    }

    static Predicate<AbstractButton> named(String button) {
        return each -> button.equals(each.getText());
    }

    /** The row of a table whose first column has a text; -1 where there is none. Called by the thread of the events. */
    static int row(JTable table, String name) {
        for (int row = 0; row < table.getRowCount(); row++) {
            if (name.equals(String.valueOf(table.getValueAt(row, 0)))) {
                return row;
            }
        }
        return -1;
    }

    /** A real double click in the middle of the second column of the row of a name. */
    void doubleClick(JTable table, String name) throws Exception {
        there(() -> {
            table.scrollRectToVisible(table.getCellRect(row(table, name), 1, true));
            return null;
        });
        robot.waitForIdle();
        Point at = there(() -> {
            Rectangle cell = table.getCellRect(row(table, name), 1, true);
            Point origin = table.getLocationOnScreen();
            return new Point(origin.x + (int) cell.getCenterX(), origin.y + (int) cell.getCenterY());
        });
        robot.mouseMove(at.x, at.y);
        for (int i = 0; i < 2; i++) {
            robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
            robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        }
        robot.waitForIdle();
    }

    /** What is on the screen. */
    BufferedImage picture() {
        robot.waitForIdle();
        return robot.createScreenCapture(
                new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()));
    }

    /**
     * A part of a component as it would paint itself, and as it is on the screen.
     *
     * @param screen a picture of the whole
     * @param part in the coordinates of the component
     */
    static Seen seen(BufferedImage screen, JComponent of, Rectangle part) throws Exception {
        return there(() -> {
            Rectangle visible = part.intersection(of.getVisibleRect());
            BufferedImage painted = new BufferedImage(visible.width, visible.height, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = painted.createGraphics();
            graphics.translate(-visible.x, -visible.y);
            of.paint(graphics);
            graphics.dispose();
            Point origin = of.getLocationOnScreen();
            return new Seen(
                    painted,
                    screen.getSubimage(origin.x + visible.x, origin.y + visible.y, visible.width, visible.height));
        });
    }

    /** The value beside a name, as text; null where there is none. Called by the thread of the events. */
    static @Nullable String value(JTable table, int row) {
        Object value = table.getValueAt(row, 1);
        return value == null ? null : value.toString();
    }
}
