package legacy.leak;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import legacy.Account;
import legacy.Pause;
import legacy.Session;

/**
 * Work that holds connections for long and leaks none: a long query, a cursor that is walked slowly, a listener, a
 * connection that goes from thread to thread, a step to the next row that takes long, a class that keeps one, singletons that
 * do, and handles that are kept only by what came from them. All at once, for some seconds. Arguments: URL, user, password, seconds.
 */
public final class LooksLikeLeak {
    private static final List<Object> KEPT = new ArrayList<>();

    private LooksLikeLeak() {}

    /** Keeps one connection, as programs of 2003 do. */
    private static final class Db {
        static final Connection CONNECTION = open();

        private static Connection open() {
            try {
                return account.connect();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Services that keep a connection each, and take it at one line of what they have in common. */
    private abstract static class Service {
        private Connection connection;

        void start() throws SQLException {
            connection = account.connect();
        }

        void stop() throws SQLException {
            connection.close();
        }
    }

    private static final class Mail extends Service {
        static final Mail INSTANCE = new Mail();
    }

    private static final class Audit extends Service {
        static final Audit INSTANCE = new Audit();
    }

    private static Account account;

    public static void main(String[] arguments) throws Exception {
        account = Account.of(arguments);
        int seconds = Integer.parseInt(arguments[3]);
        Session.run(Db.CONNECTION, "SELECT 1");
        KEPT.add(keptByStatement());
        ResultSet rows = keptByRows();
        Connection listening = account.connect();
        Session.run(listening, "LISTEN news");
        Thread report = new Thread(() -> run("SELECT pg_sleep(" + seconds + ")"), "report");
        report.start();
        Thread step = new Thread(() -> slowStep(seconds / 2), "step");
        step.start();
        Mail.INSTANCE.start();
        Audit.INSTANCE.start();
        BlockingQueue<Connection> queue = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> read(queue), "reader");
        reader.start();
        reader.join();
        Connection passed = queue.take();
        for (int tenth = 0; tenth < seconds * 10; tenth++) {
            rows.next();
            if (tenth % 5 == 0) {
                Session.first(passed, "SELECT 1");
                System.gc();
            }
            Pause.pass(100);
        }
        report.join();
        step.join();
        Mail.INSTANCE.stop();
        Audit.INSTANCE.stop();
        passed.close();
        PreparedStatement statement = (PreparedStatement) KEPT.get(0);
        statement.setInt(1, 5);
        ResultSet last = statement.executeQuery();
        last.next();
        System.out.println("statement " + last.getInt(1));
        statement.getConnection().close();
        System.out.println("rows " + rows.next());
        rows.getStatement().getConnection().close();
        System.out.println("listening " + Session.first(listening, "SELECT 2"));
        listening.close();
        System.out.println("static " + Session.first(Db.CONNECTION, "SELECT 3"));
    }

    private static Statement keptByStatement() throws SQLException {
        Connection connection = account.connect();
        return connection.prepareStatement("SELECT ?::int");
    }

    private static ResultSet keptByRows() throws SQLException {
        Connection connection = account.connect();
        connection.setAutoCommit(false);
        Statement statement = connection.createStatement();
        statement.setFetchSize(10);
        return statement.executeQuery("SELECT generate_series(1, 100000)");
    }

    private static void read(BlockingQueue<Connection> queue) {
        try {
            queue.add(account.connect());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The second row comes as late as the first, but nothing is executed for it. */
    private static void slowStep(int seconds) {
        try (Connection connection = account.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setFetchSize(1);
            ResultSet rows = statement.executeQuery("SELECT pg_sleep(" + seconds + ") FROM generate_series(1, 2)");
            while (rows.next()) {
                Thread.yield();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(String sql) {
        try (Connection connection = account.connect()) {
            Session.run(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
