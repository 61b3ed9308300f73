package io.poolagent.sample.server;

import java.sql.SQLException;
import java.util.UUID;
import org.h2.tools.Server;

/** H2 in this JVM's memory behind its own TCP server. */
final class H2Server {

    private static final String BIND_ADDRESS = "h2.bindAddress";

    private H2Server() {}

    static RunningServer start() throws ServerStartException {
        if (System.getProperty(BIND_ADDRESS) == null) {
            System.setProperty(BIND_ADDRESS, Ports.HOST);
        }
        String database = "mem:shop-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        Account inside = Account.fresh("jdbc:h2:" + database, "sa");
        try {
            Server server =
                    Server.createTcpServer("-tcpPort", "0", "-tcpDaemon").start();
            String url = "jdbc:h2:tcp://" + Ports.HOST + ":" + server.getPort() + "/" + database;
            Account administrator = new Account(url, inside.user, inside.password);
            Account application = Account.fresh(url, "app");
            // An application of this kind owns its database, and only an administrator may set DB_CLOSE_DELAY.
            Sql.run(inside, "CREATE USER app PASSWORD '" + application.password + "' ADMIN");
            String description = "H2 " + Sql.version(inside) + " on " + Ports.HOST + ":" + server.getPort()
                    + ", server mode, in memory";
            RunningServer.Stopper stopper = () -> {
                Sql.run(inside, "SHUTDOWN IMMEDIATELY");
                server.stop();
            };
            return new RunningServer("H2", description, application, administrator, stopper);
        } catch (SQLException e) {
            throw new ServerStartException("H2 did not start: " + e.getMessage(), e);
        }
    }
}
