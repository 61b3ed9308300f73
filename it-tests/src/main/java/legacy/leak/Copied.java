package legacy.leak;

import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import legacy.Account;
import legacy.Pause;
import org.postgresql.PGConnection;

/**
 * Forgets connections on which rows were copied or large objects asked for, by objects of the driver's that its connection
 * keeps itself. Arguments: URL, user, password.
 */
public final class Copied {
    private static final int LEAKS = 30;

    private Copied() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        for (int i = 0; i < LEAKS; i++) {
            copy(account, i % 2 == 0);
        }
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName leaks = new ObjectName("io.poolagent:type=Leaks");
        boolean found = Pause.until(20_000, () -> {
            System.gc();
            return server.isRegistered(leaks) && (Long) server.getAttribute(leaks, "Proven") == LEAKS;
        });
        System.out.println("all proven=" + found);
        ObjectName pools = new ObjectName("io.poolagent:type=Pool,*");
        boolean free = Pause.until(10_000, () -> {
            Set<ObjectName> there = server.queryNames(pools, null);
            return !there.isEmpty()
                    && (Integer) server.getAttribute(there.iterator().next(), "Active") == 0;
        });
        System.out.println("all free=" + free);
    }

    private static void copy(Account account, boolean rows) throws SQLException {
        Connection forgotten = account.connect();
        PGConnection own = forgotten.unwrap(PGConnection.class);
        if (rows) {
            try {
                own.getCopyAPI().copyOut("COPY (SELECT 1) TO STDOUT", new StringWriter());
            } catch (java.io.IOException e) {
                throw new IllegalStateException(e);
            }
        } else {
            forgotten.setAutoCommit(false);
            own.getLargeObjectAPI().createLO();
        }
    }
}
