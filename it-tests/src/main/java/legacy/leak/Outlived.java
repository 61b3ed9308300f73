package legacy.leak;

import java.io.InputStream;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import legacy.Account;
import legacy.Pause;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Keeps nothing of a connection but an object of the driver's own, works with that, and forgets it at last. Arguments: URL,
 * user, password.
 */
public final class Outlived {
    private static CopyManager copies;
    private static InputStream rows;
    private static WeakReference<Connection> handle;

    private Outlived() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName leaks = new ObjectName("io.poolagent:type=Leaks");
        takeCopies(account);
        collectHandle("copies");
        takeRows(account);
        collectHandle("rows");
        Pause.until(10_000, () -> {
            work();
            return server.isRegistered(leaks);
        });
        // the agent's thread has seen the collection of handles once it has that of a connection forgotten after them
        forget(account);
        Pause.until(20_000, () -> {
            System.gc();
            work();
            return (Long) server.getAttribute(leaks, "Proven") >= 1;
        });
        Pause.until(5_000, () -> {
            work();
            return dump(server, leaks).contains("takeCopies")
                    && dump(server, leaks).contains("takeRows");
        });
        System.out.println("proven in use=" + ((Long) server.getAttribute(leaks, "Proven") - 1));
        System.out.println("copies held=" + dump(server, leaks).contains("takeCopies"));
        System.out.println("rows held=" + dump(server, leaks).contains("takeRows"));
        work();
        System.out.println("worked=true");
        copies = null;
        rows = null;
        boolean proven = Pause.until(20_000, () -> {
            System.gc();
            return (Long) server.getAttribute(leaks, "Proven") == 3;
        });
        System.out.println("all proven=" + proven);
        System.out.println("still held=" + dump(server, leaks).contains("Outlived.take"));
    }

    private static String dump(MBeanServer server, ObjectName leaks) throws Exception {
        return (String) server.invoke(leaks, "dumpLeases", null, null);
    }

    private static void takeCopies(Account account) throws Exception {
        Connection forgotten = account.connect();
        handle = new WeakReference<>(forgotten);
        copies = forgotten.unwrap(PGConnection.class).getCopyAPI();
    }

    private static void takeRows(Account account) throws Exception {
        Connection forgotten = account.connect();
        handle = new WeakReference<>(forgotten);
        forgotten.setAutoCommit(false);
        Statement statement = forgotten.createStatement();
        ResultSet result = statement.executeQuery("SELECT lo_from_bytea(0, decode(repeat('41', 100000), 'hex'))");
        result.next();
        Blob blob = result.getBlob(1);
        rows = blob.getBinaryStream();
    }

    private static void forget(Account account) throws Exception {
        account.connect().createStatement().execute("SELECT 1");
    }

    private static void collectHandle(String kept) throws Exception {
        Pause.until(10_000, () -> {
            System.gc();
            return handle.get() == null;
        });
        System.out.println("handle of " + kept + " collected=" + (handle.get() == null));
    }

    private static void work() throws Exception {
        copies.copyOut("COPY (SELECT 1) TO STDOUT", new StringWriter());
        if (rows != null && rows.read() != 'A') {
            throw new IllegalStateException("the rows are gone");
        }
    }
}
