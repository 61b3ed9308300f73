package legacy.jmx;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import legacy.Pause;

/** More databases than anybody looks at: two connections to each, of which one is kept. Argument: how many. */
public final class ManyPools {
    private ManyPools() {}

    public static void main(String[] arguments) throws Exception {
        int databases = Integer.parseInt(arguments[0]);
        List<Connection> kept = new ArrayList<>();
        for (int i = 0; i < databases; i++) {
            open(i).close();
            kept.add(open(i));
        }
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName agent = new ObjectName("io.poolagent:type=Agent");
        Pause.until(
                10_000,
                () -> server.isRegistered(agent)
                        && (Integer) server.getAttribute(agent, "Pools") == databases
                        && pools(server).size() == databases
                        && states(server).equals("[healthy]"));
        System.out.println("pools=" + server.getAttribute(agent, "Pools"));
        System.out.println("acquires=" + server.getAttribute(agent, "Acquires"));
        System.out.println("states=" + states(server));
        long active = 0;
        long connects = 0;
        for (ObjectName each : pools(server)) {
            active += (Integer) server.getAttribute(each, "Active");
            connects += (Long) server.getAttribute(each, "CreateCount");
        }
        System.out.println("active=" + active);
        System.out.println("connects=" + connects);
        for (Connection each : kept) {
            each.close();
        }
    }

    private static Connection open(int number) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:mem:shop" + number + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    private static java.util.Set<ObjectName> pools(MBeanServer server) throws Exception {
        return server.queryNames(new ObjectName("io.poolagent:type=Pool,*"), null);
    }

    private static String states(MBeanServer server) throws Exception {
        java.util.Set<Object> states = new java.util.TreeSet<>();
        for (ObjectName each : pools(server)) {
            states.add(server.getAttribute(each, "State"));
        }
        return states.toString();
    }
}
