package legacy.jmx;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import legacy.Account;
import legacy.Pause;
import legacy.Session;

/**
 * Uses connections a known number of times, and prints after each step what the bean of their pool says, and whether
 * HTTP and metrics say the same. The pool is to have three connections, and to let acquires wait for 400 ms. Arguments:
 * URL, user, password, and the port of the agent's HTTP server, where there is one.
 */
public final class Figures {
    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

    private final Account account;
    private final Elsewhere elsewhere;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private ObjectName bean;

    private Figures(Account account, String port) {
        this.account = account;
        this.elsewhere = port == null ? null : new Elsewhere(port);
    }

    public static void main(String[] arguments) throws Exception {
        new Figures(Account.of(arguments), arguments.length > 3 ? arguments[3] : null).run();
        System.exit(0);
    }

    private void run() throws Exception {
        account.connect().close();
        ObjectName pattern = new ObjectName("io.poolagent:type=Pool,*");
        Pause.until(10_000, () -> {
            Set<ObjectName> found = SERVER.queryNames(pattern, null);
            bean = found.isEmpty() ? null : found.iterator().next();
            return bean != null;
        });
        SERVER.addNotificationListener(bean, (event, handback) -> heard.add(event.getType()), null, null);
        for (int i = 0; i < 20; i++) {
            use("SELECT 1");
        }
        print(
                "used",
                "Acquires",
                "Created",
                "AcquireCount",
                "HoldCount",
                "CreateCount",
                "StatementCount",
                "Active",
                "Idle");
        for (int i = 0; i < 3; i++) {
            use("SELECT no_such_column");
        }
        print("failed", "Acquires", "Errors", "FailedStatementCount", "StatementCount", "LastError");
        List<Connection> held = hold(3);
        Thread closing = new Thread(() -> closeOnceSomebodyWaits(held.remove(0)));
        closing.start();
        use("SELECT 1");
        closing.join();
        print("waited", "Acquires", "WaitCount", "Timeouts", "MaxUsed", "Waiting");
        held.addAll(hold(1));
        System.out.println("refused=" + refused());
        print("exhausted", "Acquires", "WaitCount", "Timeouts", "Utilisation", "Active");
        call("setMax", 5);
        held.addAll(hold(2));
        print("grown", "Max", "Active", "Resizes", "LastResizeReason");
        call("setMax", 1);
        held.forEach(Figures::close);
        print("shrunk", "Max", "Total", "Idle", "Resizes");
        System.out.println("bad=" + bad());
        call("suspend");
        use("SELECT 1");
        print("suspended", "Direct", "Suspended", "Idle");
        call("resume");
        call("softEvict");
        print("evicted", "Idle", "Suspended");
        use("SELECT 1");
        print("afterwards", "Idle", "Acquires");
        leak();
        Pause.until(20_000, () -> {
            System.gc();
            return (Long) SERVER.getAttribute(bean, "Reclaimed") == 1;
        });
        print("leaked", "Acquires", "Reclaimed", "Active", "HoldCount");
        call("resetStatistics");
        System.out.println("reset=" + text("Acquires", "HoldCount", "WaitCount", "Errors", "Timeouts", "MaxUsed"));
        call("setMax", 3);
        hold(3).forEach(Figures::close);
        call("resetStatistics");
        hold(3).forEach(Figures::close);
        System.out.println("reused=" + text("Acquires", "Created", "MaxUsed", "Active"));
        Pause.until(10_000, () -> certain().size() >= 6);
        System.out.println("heard=" + certain());
    }

    /** What does not depend on how long the machine took, in an order of its own: several threads tell. */
    private List<String> certain() {
        List<String> all = new ArrayList<>(heard);
        all.removeIf(each -> each.equals("poolagent.threshold"));
        Collections.sort(all);
        return all;
    }

    private void use(String sql) {
        try (Connection connection = account.connect()) {
            Session.first(connection, sql);
        } catch (SQLException expected) {
            // some are meant to fail
        }
    }

    private List<Connection> hold(int count) throws SQLException {
        List<Connection> held = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            held.add(account.connect());
        }
        return held;
    }

    private void leak() throws SQLException {
        Connection leaked = account.connect();
        leaked.getCatalog();
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            System.out.println("close: " + e);
        }
    }

    private void closeOnceSomebodyWaits(Connection connection) {
        try {
            Pause.until(10_000, () -> (Integer) SERVER.getAttribute(bean, "Waiting") > 0);
        } catch (Exception e) {
            System.out.println("nobody waits: " + e);
        }
        close(connection);
    }

    private boolean refused() {
        try (Connection one = account.connect()) {
            return one == null;
        } catch (SQLException e) {
            return true;
        }
    }

    private String bad() throws JMException {
        try {
            call("setMax", 0);
            return "accepted";
        } catch (javax.management.RuntimeMBeanException e) {
            return e.getCause().getMessage().replaceAll("pool .*;", "pool;");
        }
    }

    private void call(String operation, int... to) throws JMException {
        if (to.length == 0) {
            SERVER.invoke(bean, operation, new Object[0], new String[0]);
        } else {
            SERVER.invoke(bean, operation, new Object[] {to[0]}, new String[] {"java.lang.Integer"});
        }
    }

    private String text(String... attributes) throws JMException {
        StringBuilder text = new StringBuilder();
        for (String each : attributes) {
            text.append(text.length() == 0 ? "" : ", ")
                    .append(each)
                    .append(' ')
                    .append(SERVER.getAttribute(bean, each));
        }
        return text.toString();
    }

    private void print(String step, String... attributes) throws Exception {
        System.out.println(step + "=" + text(attributes));
        if (elsewhere != null) {
            elsewhere.compare(step, each -> SERVER.getAttribute(bean, each), attributes);
        }
    }
}
