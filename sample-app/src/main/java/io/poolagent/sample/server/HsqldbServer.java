package io.poolagent.sample.server;

import java.sql.SQLException;
import java.util.UUID;
import org.hsqldb.server.Server;

/** HSQLDB in this JVM's memory behind its own TCP server. */
final class HsqldbServer {

    private HsqldbServer() {}

    static RunningServer start() throws ServerStartException {
        int port = Ports.free();
        String inside = "mem:shop-" + UUID.randomUUID();
        Account administrator = Account.fresh("jdbc:hsqldb:hsql://" + Ports.HOST + ":" + port + "/shop", "ADMIN");
        Account application = Account.fresh(administrator.url, "APP");
        Server server = new Server();
        server.setSilent(true);
        server.setTrace(false);
        server.setLogWriter(null);
        server.setErrWriter(null);
        server.setNoSystemExit(true);
        server.setDaemon(true);
        server.setAddress(Ports.HOST);
        server.setPort(port);
        server.setDatabaseName(0, "shop");
        // Multi-version: readers and the nested order number do not wait for each other's table locks.
        server.setDatabasePath(0, inside + ";user=ADMIN;password=" + administrator.password + ";hsqldb.tx=mvcc");
        server.start();
        try {
            Sql.run(administrator, "CREATE USER APP PASSWORD '" + application.password + "' ADMIN");
            String description = "HSQLDB " + Sql.version(administrator) + " on " + Ports.HOST + ":" + port
                    + ", server mode, in memory";
            return new RunningServer("HSQLDB", description, application, administrator, server::shutdown);
        } catch (SQLException e) {
            server.shutdown();
            throw new ServerStartException("HSQLDB did not start: " + e.getMessage(), e);
        }
    }
}
