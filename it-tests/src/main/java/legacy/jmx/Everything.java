package legacy.jmx;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.File;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import legacy.Account;
import legacy.Pause;
import legacy.Session;
import legacy.net.Relay;

/**
 * Does all that somebody is told of, with connections of its own and with a pool that it brings, once the step
 * {@code happen} begins: forgets, loses, uses for too long, wants more than there are, finds its server away. The agent is
 * to have two connections, to suspect after 1 s and to end after 6 s. Arguments as of {@link Load}.
 */
public final class Everything {
    private static final int OWN = 3;

    private interface Acquire {
        void run() throws SQLException;
    }

    private Everything() {}

    public static void main(String[] arguments) throws Exception {
        File folder = new File(arguments[3]);
        Account direct = Account.of(arguments);
        try (Relay relay = Relay.to(direct);
                Relay beyond = Relay.to(direct);
                HikariDataSource own = own(beyond.in(direct))) {
            Account account = relay.in(direct);
            account.connect().close();
            own.getConnection().close();
            Load.step(folder, "happen");
            List<Connection> lost = new CopyOnWriteArrayList<>();
            Thread beside = new Thread(() -> crowd(own, lost), "crowd");
            beside.start();
            CountDownLatch held = new CountDownLatch(1);
            Thread busy = new Thread(() -> useForEver(account, held), "busy");
            busy.start();
            held.await();
            lose(() -> lost.add(account.connect()));
            overflow(account);
            busy.join(); // for 6 s all are in use: somebody is told in the third
            forget(account);
            serverGoes(relay, account);
            beside.join();
            ownServerGoes(beyond, own);
            connects(new Account("jdbc:postgresql://127.0.0.1:1/nobody", direct.user, direct.password));
            Load.done(folder, "happen");
            Load.step(folder, "end");
            System.out.println("lost=" + lost.size());
        }
        System.exit(0);
    }

    private static HikariDataSource own(Account account) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(account.url);
        config.setUsername(account.user);
        config.setPassword(account.password);
        config.setMaximumPoolSize(OWN);
        config.setConnectionTimeout(4_500);
        return new HikariDataSource(config);
    }

    private static void forget(Account account) throws SQLException {
        Session.run(account.connect(), "SELECT 'forgotten'");
    }

    private static void forgetOwn(DataSource own) throws SQLException {
        Session.run(own.getConnection(), "SELECT 'forgotten too'");
    }

    /** A thread acquires and ends. Who is told of leaks is told once of each line that acquires, so there are two. */
    private static void lose(Acquire acquire) throws InterruptedException {
        Thread loser = new Thread(
                () -> {
                    try {
                        acquire.run();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                },
                "loser");
        loser.start();
        loser.join();
    }

    private static void useForEver(Account account, CountDownLatch held) {
        try (Connection used = account.connect()) {
            held.countDown();
            while (true) {
                Session.run(used, "SELECT 1");
                Pause.pass(50);
            }
        } catch (Exception ended) {
            // its time was over
        }
    }

    private static void overflow(Account account) throws SQLException {
        try (Connection more = account.connect()) {
            Session.run(more, "SELECT 'one too many'");
        }
    }

    private static void serverGoes(Relay relay, Account account) throws Exception {
        relay.refuse(true);
        Pause.until(3_000, () -> {
            System.gc();
            connects(account);
            return false;
        });
        relay.forward();
        Pause.until(10_000, () -> connects(account));
    }

    private static void ownServerGoes(Relay beyond, DataSource own) throws Exception {
        beyond.refuse(true);
        Pause.until(30_000, () -> isRefused(own));
        Pause.pass(2_500); // the agent looks once a second
        beyond.forward();
        Pause.until(30_000, () -> !isRefused(own));
    }

    private static boolean isRefused(DataSource own) {
        try (Connection connection = own.getConnection()) {
            return connection == null;
        } catch (SQLException e) {
            return true;
        }
    }

    private static boolean connects(Account account) {
        try (Connection connection = account.connect()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Its own pool: one is forgotten, one lost, one held, and somebody waits in vain. */
    private static void crowd(DataSource own, List<Connection> lost) {
        try {
            forgetOwn(own);
            System.gc();
            lose(() -> lost.add(own.getConnection()));
            try (Connection last = own.getConnection()) {
                Session.run(last, "SELECT 'the last one'");
                own.getConnection().close();
            }
        } catch (SQLException | InterruptedException timeout) {
            System.out.println("own=" + timeout.getClass().getName());
        }
    }
}
