package io.poolagent.sample.server;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.derby.drda.NetworkServerControl;

/** Derby's network server in this JVM, over a database in a temporary folder. */
final class DerbyServer {

    private static final String DATABASE_SHUT_DOWN = "08006";

    private DerbyServer() {}

    static RunningServer start() throws ServerStartException {
        DerbyLog.silence();
        int port = Ports.free();
        Path folder = TempFolder.create("derby");
        Path database = folder.resolve("shop");
        Account inside = Account.fresh("jdbc:derby:" + database, "app");
        // In Derby the database's owner is the one who may administer it, and here it is the application's account.
        Account network =
                new Account("jdbc:derby://" + Ports.HOST + ":" + port + "/" + database, inside.user, inside.password);
        try {
            Sql.run(
                    new Account(inside.url + ";create=true", inside.user, inside.password),
                    "CALL SYSCS_UTIL.SYSCS_CREATE_USER('app', '" + inside.password + "')");
            // Derby asks for passwords from the next boot of the database on.
            shutDown(inside);
            NetworkServerControl control = new NetworkServerControl(Ports.address(), port);
            control.start(null);
            awaitAnswer(control);
            String description =
                    "Derby " + Sql.version(network) + " on " + Ports.HOST + ":" + port + ", network server";
            RunningServer.Stopper stopper = () -> {
                control.shutdown();
                shutDown(inside);
                TempFolder.delete(folder);
            };
            return new RunningServer("Derby", description, network, network, stopper);
        } catch (Exception e) {
            TempFolder.deleteQuietly(folder);
            throw new ServerStartException("Derby did not start: " + e.getMessage(), e);
        }
    }

    /** start() returns before the server listens. */
    private static void awaitAnswer(NetworkServerControl control) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                control.ping();
                return;
            } catch (Exception e) {
                if (attempt == 100) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
    }

    /** Derby says that it has shut down by throwing. */
    private static void shutDown(Account inside) throws SQLException {
        try {
            DriverManager.getConnection(inside.url + ";shutdown=true", inside.user, inside.password)
                    .close();
        } catch (SQLException e) {
            if (!DATABASE_SHUT_DOWN.equals(e.getSQLState())) {
                throw e;
            }
        }
    }
}
