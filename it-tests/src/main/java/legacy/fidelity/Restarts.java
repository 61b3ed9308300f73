package legacy.fidelity;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import legacy.Account;
import legacy.Pause;
import legacy.Session;

/** Servers that restart while a program has idle connections, and while it holds one. */
public final class Restarts implements Topic {
    private static final long PATIENCE_MILLIS = 30_000;

    @Override
    public void list(Cases cases) {
        switch (cases.product()) {
            case POSTGRES:
                cases.add("crash and recovery", Restarts::postgres);
                cases.add("all sessions ended by an administrator", Restarts::postgresSessions);
                break;
            case H2:
                cases.add("restart", Restarts::h2);
                break;
            case HSQLDB:
                cases.add("restart", Restarts::hsqldb);
                break;
            default:
                break;
        }
    }

    /** Restarts a server; returns when it can be connected to again. */
    private interface Restart {
        void run() throws Exception;
    }

    private static void play(Bench bench, Account account, Restart restart) throws Exception {
        String query = bench.product.one();
        List<Connection> idle = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            idle.add(account.connect());
        }
        for (Connection each : idle) {
            bench.ask("before", () -> Session.first(each, query));
            each.close();
        }
        Connection held = account.connect();
        held.setAutoCommit(false);
        Session.first(held, query);
        restart.run();
        for (int i = 0; i < 6; i++) {
            bench.ask("after", () -> {
                try (Connection connection = account.connect()) {
                    return Session.first(connection, query);
                }
            });
        }
        bench.say(
                "held one works", Bench.answer(() -> Session.first(held, query)).equals("1"));
        Bench.quietly(held::rollback);
        Bench.quietly(held::close);
        bench.say("held one closed", held.isClosed());
        bench.ask("at last", () -> {
            try (Connection connection = account.connect()) {
                return Session.first(connection, query);
            }
        });
    }

    private static boolean answers(Account account, String query) {
        try (Connection connection = account.connect()) {
            return Session.first(connection, query) != null;
        } catch (SQLException e) {
            return false;
        }
    }

    /** When one of its processes is killed, PostgreSQL ends them all and begins anew. */
    private static void postgres(Bench bench) throws Exception {
        play(bench, bench.account, () -> {
            String process;
            String start;
            try (Connection administrator = bench.administrator.connect()) {
                start = Session.first(administrator, "SELECT pg_postmaster_start_time()");
                process = Session.first(administrator, "SELECT pg_backend_pid()");
                boolean killed =
                        new ProcessBuilder("kill", "-KILL", process).start().waitFor(10, TimeUnit.SECONDS);
                bench.say("killed", killed && start != null);
                bench.say("down", Pause.until(PATIENCE_MILLIS, () -> !administrator.isValid(1)));
            }
            bench.say(
                    "up",
                    Pause.until(PATIENCE_MILLIS, () -> answers(bench.administrator, "SELECT pg_is_in_recovery()")));
        });
    }

    private static void postgresSessions(Bench bench) throws Exception {
        play(bench, bench.account, () -> Killing.all(bench));
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    private static void h2(Bench bench) throws Exception {
        String port = String.valueOf(freePort());
        org.h2.tools.Server[] server = {org.h2.tools.Server.createTcpServer("-tcpPort", port, "-ifNotExists")};
        server[0].start();
        Account account = new Account(
                "jdbc:h2:tcp://127.0.0.1:" + port + "/mem:fidelity_restart;DB_CLOSE_DELAY=-1", "sa", "secret");
        play(bench, account, () -> {
            server[0].stop();
            server[0] = org.h2.tools.Server.createTcpServer("-tcpPort", port, "-ifNotExists");
            server[0].start();
            bench.say("up", Pause.until(PATIENCE_MILLIS, () -> server[0].isRunning(false)));
        });
        server[0].stop();
    }

    private static void hsqldb(Bench bench) throws Exception {
        int port = freePort();
        org.hsqldb.server.Server[] server = {hsqldbServer(port)};
        Account account = new Account("jdbc:hsqldb:hsql://127.0.0.1:" + port + "/fidelity", "SA", "");
        play(bench, account, () -> {
            server[0].shutdown();
            server[0] = hsqldbServer(port);
        });
        server[0].shutdown();
    }

    private static org.hsqldb.server.Server hsqldbServer(int port) {
        org.hsqldb.server.Server server = new org.hsqldb.server.Server();
        server.setSilent(true);
        server.setTrace(false);
        server.setLogWriter(null);
        server.setErrWriter(null);
        server.setNoSystemExit(true);
        server.setDaemon(true);
        server.setAddress("127.0.0.1");
        server.setPort(port);
        server.setDatabaseName(0, "fidelity");
        server.setDatabasePath(0, "mem:fidelity_restart");
        server.start();
        return server;
    }
}
