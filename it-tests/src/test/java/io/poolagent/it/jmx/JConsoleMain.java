package io.poolagent.it.jmx;

import io.poolagent.it.harness.Await;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JSplitPane;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.JTree;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.TreeNode;
import javax.swing.tree.TreePath;

/**
 * The JDK's JConsole with somebody in front of it: goes to the bean of the pool, looks at all that is there, and says in
 * lines {@code name=value} what it saw. Arguments: the address, the folder for pictures.
 */
public final class JConsoleMain {
    private final Windows windows = new Windows();
    private final File folder;

    private JConsoleMain(File folder) throws Exception {
        this.folder = folder;
    }

    /** Ends the JVM. */
    public static void main(String[] arguments) throws Exception {
        int exitCode = 1;
        JConsoleMain user = new JConsoleMain(Path.of(arguments[1]).toFile());
        try {
            Class.forName("sun.tools.jconsole.JConsole")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[] {"-interval=1", arguments[0]});
            user.look();
            exitCode = 0;
        } catch (Throwable e) {
            e.printStackTrace();
            user.keep("failed");
        }
        System.exit(exitCode);
    }

    private void look() throws Exception {
        Windows.press("Insecure connection"); // the server has no certificate
        JTabbedPane tabs = Windows.await(
                "the tab MBeans",
                JTabbedPane.class,
                each -> each.indexOfTab("MBeans") >= 0 && each.isEnabledAt(each.indexOfTab("MBeans")));
        Frame frame = Windows.await("the window", Frame.class, each -> true);
        Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();
        Windows.there(() -> {
            frame.setBounds(0, 0, screen.width, screen.height);
            frame.validate();
            tabs.setSelectedIndex(tabs.indexOfTab("MBeans"));
            return null;
        });
        JTree tree = Windows.await("the tree", JTree.class, each -> each.getRowCount() > 0);
        Windows.there(() -> {
            ((JSplitPane) SwingUtilities.getAncestorOfClass(JSplitPane.class, tree))
                    .setDividerLocation(screen.width * 3 / 7);
            return null;
        });
        attributes(tree);
        chart();
        subscribe(tree);
        operations(tree);
        notified(tree);
        opened(tree);
    }

    private void attributes(JTree tree) throws Exception {
        select(tree, "Pool", "Attributes");
        JTable table = table("Name", "Value");
        for (int row : Windows.there(() -> rows(table))) {
            int at = row;
            fact(
                    "attribute " + Windows.there(() -> table.getValueAt(at, 0)),
                    Windows.there(() -> Windows.value(table, at)));
        }
        Rectangle whole = Windows.there(table::getVisibleRect);
        fact("ink", Windows.seen(keep("attributes"), table, whole).inkInPlace());
    }

    /** A number that is clicked on twice becomes a chart, as soon as it was asked for again. */
    private void chart() throws Exception {
        JTable table = table("Name", "Value");
        windows.doubleClick(table, "Active");
        Rectangle cell = Windows.there(() -> table.getCellRect(Windows.row(table, "Active"), 1, false));
        Await.until(
                "the chart has a value",
                Duration.ofSeconds(20),
                () -> Windows.seen(windows.picture(), table, cell).hasChart());
        keep("chart");
    }

    private static List<Integer> rows(JTable table) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < table.getRowCount(); row++) {
            rows.add(row);
        }
        return rows;
    }

    private static JTable table(String... columns) throws Exception {
        return Windows.await("the table of " + String.join(", ", columns), JTable.class, each -> {
            boolean fits = each.getRowCount() > 0 && each.getColumnCount() >= columns.length;
            for (int i = 0; fits && i < columns.length; i++) {
                fits = each.getColumnName(i).equals(columns[i]);
            }
            return fits;
        });
    }

    private static void subscribe(JTree tree) throws Exception {
        select(tree, "Pool", "Notifications");
        Windows.press("Subscribe");
        Windows.until("it is subscribed", () -> child(bean(tree, "Pool"), "Notifications[0]") != null);
    }

    private void operations(JTree tree) throws Exception {
        select(tree, "Pool", "Operations");
        AbstractButton setMax = Windows.await("setMax", JButton.class, each -> "setMax".equals(each.getText()));
        Component panel = setMax.getParent().getParent();
        fact(
                "operations",
                Windows.there(() ->
                        Windows.all(JButton.class, each -> SwingUtilities.isDescendingFrom(each, panel)).stream()
                                .map(AbstractButton::getText)
                                .collect(Collectors.joining(" "))));
        keep("operations");
        JTextField parameter = Windows.await(
                "the parameter of setMax",
                JTextField.class,
                each -> SwingUtilities.isDescendingFrom(each, setMax.getParent()));
        Windows.there(() -> {
            parameter.setText("12");
            return null;
        });
        Windows.press("setMax");
        Windows.await("that it was done", JLabel.class, each -> "Method successfully invoked".equals(each.getText()));
        Windows.press("OK");
        Windows.press("report");
        fact(
                "report",
                Windows.await(
                                "the report",
                                JTextComponent.class,
                                each -> each.getText().contains("pool "))
                        .getText()
                        .lines()
                        .findFirst()
                        .orElseThrow());
        Windows.press("OK");
    }

    private void notified(JTree tree) throws Exception {
        select(tree, "Pool", "Notifications[");
        JTable table = table("TimeStamp", "Type");
        Windows.until("a notification of the change came", () -> resized(table) >= 0);
        fact("notification", Windows.there(() -> table.getValueAt(resized(table), 4)));
        keep("notifications");
    }

    private static int resized(JTable table) {
        return rows(table).stream()
                .filter(row -> "poolagent.pool.resized".equals(table.getValueAt(row, 1)))
                .findFirst()
                .orElse(-1);
    }

    /** A value that is a table opens where it stands, and shows its first row. */
    private void opened(JTree tree) throws Exception {
        select(tree, "Agent", "Attributes");
        JTable table = table("Name", "Value");
        windows.doubleClick(table, "Configuration");
        Windows.until("the first option is shown", () -> opened(table, "Configuration") != null);
        fact("option", Windows.there(() -> {
            JTable row = Objects.requireNonNull(opened(table, "Configuration"));
            return Windows.value(row, Windows.row(row, "option"));
        }));
        Rectangle cell = Windows.there(() -> table.getCellRect(Windows.row(table, "Configuration"), 1, false));
        fact("ink of option", Windows.seen(keep("table"), table, cell).inkInPlace());
    }

    /** What stands in the place of a value; null while that is text. Called by the thread of the events. */
    private static JTable opened(JTable in, String name) {
        int row = Windows.row(in, name);
        return Windows.inside(in.prepareRenderer(in.getCellRenderer(row, 1), row, 1), JTable.class);
    }

    /** Selects a node of the bean of a kind. */
    private static void select(JTree tree, String type, String node) throws Exception {
        Windows.until("there is " + node + " of the bean " + type, () -> {
            DefaultMutableTreeNode bean = bean(tree, type);
            if (bean == null) {
                return false;
            }
            tree.expandPath(new TreePath(bean.getPath()));
            DefaultMutableTreeNode found = child(bean, node);
            if (found == null) {
                return false;
            }
            TreePath path = new TreePath(found.getPath());
            tree.setSelectionPath(path);
            return true;
        });
    }

    /** Null where it is not there. */
    private static DefaultMutableTreeNode bean(JTree tree, String type) {
        DefaultMutableTreeNode domain =
                child((DefaultMutableTreeNode) tree.getModel().getRoot(), "io.poolagent");
        DefaultMutableTreeNode kind = domain == null ? null : child(domain, type);
        if (kind == null || !type.equals("Pool")) {
            return kind;
        }
        tree.expandPath(new TreePath(kind.getPath()));
        return kind.getChildCount() == 0 ? null : (DefaultMutableTreeNode) kind.getChildAt(0);
    }

    /** Null where there is none whose text begins so. */
    private static DefaultMutableTreeNode child(DefaultMutableTreeNode of, String text) {
        if (of == null) {
            return null;
        }
        for (Enumeration<TreeNode> all = of.children(); all.hasMoreElements(); ) {
            TreeNode each = all.nextElement();
            if (each.toString().replaceAll("<[^>]*>", "").startsWith(text)) { // what is bold is HTML
                return (DefaultMutableTreeNode) each;
            }
        }
        return null;
    }

    private static void fact(String name, Object value) {
        System.out.println(name + "=" + String.valueOf(value).replace('\n', ' '));
    }

    private BufferedImage keep(String name) throws IOException {
        BufferedImage picture = windows.picture();
        ImageIO.write(picture, "png", new File(folder, name + ".png"));
        return picture;
    }
}
