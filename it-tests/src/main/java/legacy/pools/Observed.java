package legacy.pools;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.sql.DataSource;
import legacy.Account;
import legacy.Pause;
import legacy.Session;

/**
 * Uses own pools one after another, and prints what their MBeans say at points where nothing happens: with two
 * connections held, with none, after a close by another thread, after closing twice. Then one connection of each leaks.
 * Arguments as of {@link ForeignPools}.
 */
public final class Observed {
    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();
    private static final Set<ObjectName> KNOWN = new HashSet<>();
    private static final List<Object> KEPT = new ArrayList<>();

    private Observed() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, OwnPool> pools = new LinkedHashMap<>();
        OwnPool.addTo(pools, arguments);
        int number = 0;
        for (Map.Entry<String, OwnPool> pool : pools.entrySet()) {
            Account account = new Account(arguments[0], arguments[1] + number++, arguments[2]);
            DataSource source = pool.getValue().make(account);
            KEPT.add(source);
            use(pool.getKey(), source, account);
        }
        Pause.until(20_000, () -> {
            System.gc();
            return counted() == pools.size();
        });
        System.exit(0);
    }

    private static void use(String name, DataSource pool, Account account) throws Exception {
        Connection first = pool.getConnection();
        ObjectName bean = bean();
        Connection second = pool.getConnection();
        System.out.println(name + " held=" + figures(bean) + ", server " + sessions(second, account));
        second.close();
        second.close();
        System.out.println(name + " one=" + figures(bean));
        Thread other = new Thread(() -> close(first), "other");
        other.start();
        other.join();
        System.out.println(name + " none=" + figures(bean));
        leak(pool);
        System.out.println(name + " leaked=" + figures(bean) + ", acquires " + SERVER.getAttribute(bean, "Acquires")
                + ", measured " + SERVER.getAttribute(bean, "AcquireCount") + ", ended "
                + SERVER.getAttribute(bean, "HoldCount"));
    }

    private static void leak(DataSource pool) throws SQLException {
        Connection forgotten = pool.getConnection();
        forgotten.createStatement().close();
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            System.out.println("close: " + e);
        }
    }

    private static String sessions(Connection connection, Account account) throws SQLException {
        return Session.first(connection, ForeignPools.count(account.url));
    }

    private static ObjectName bean() throws Exception {
        ObjectName pattern = new ObjectName("io.poolagent:type=ForeignPool,*");
        Set<ObjectName> found = new HashSet<>();
        Pause.until(10_000, () -> {
            found.addAll(SERVER.queryNames(pattern, null));
            found.removeAll(KNOWN);
            return !found.isEmpty();
        });
        KNOWN.addAll(found);
        return found.iterator().next();
    }

    /** As soon as nothing happens any more: c3p0 takes connections back in threads of its own. */
    private static String figures(ObjectName bean) throws Exception {
        Pause.until(5_000, () -> (Integer) SERVER.getAttribute(bean, "Active") == leases(bean) + lost(bean));
        StringBuilder text = new StringBuilder();
        for (String each : new String[] {"Active", "Idle", "Total", "Waiting", "Min", "Max"}) {
            text.append(each)
                    .append(' ')
                    .append(SERVER.getAttribute(bean, each))
                    .append(' ');
        }
        return text + "leases " + (leases(bean) + lost(bean));
    }

    /** What a foreign pool lost it still counts. */
    private static long lost(ObjectName bean) throws JMException {
        return (Long) SERVER.getAttribute(bean, "Leaked");
    }

    /** The leaks of all pools, which are of one place. */
    private static long counted() throws JMException {
        long count = 0;
        TabularData places = (TabularData) SERVER.getAttribute(new ObjectName("io.poolagent:type=Leaks"), "ByPlace");
        for (Object each : places.values()) {
            count += (Long) ((CompositeData) each).get("count");
        }
        return count;
    }

    private static int leases(ObjectName bean) throws JMException {
        return ((TabularData) SERVER.getAttribute(bean, "Leases")).size();
    }
}
