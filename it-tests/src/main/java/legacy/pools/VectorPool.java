package legacy.pools;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.Vector;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import legacy.Account;
import legacy.Pause;
import legacy.Session;

/**
 * A pool as one wrote it in 2003: a Vector of connections, two of them made with it, long before anybody comes. Threads
 * take turns (each waits for the others after each use, so that none has one connection for all of its own), then nobody
 * comes for a while, then they come again; sessions are the same all the time. Arguments: URL, user, password.
 */
public final class VectorPool {
    private static final int THREADS = 6;
    private static final int TURNS = 20;

    private final Vector<Connection> free = new Vector<>();
    private final Account account;
    private int made;

    private VectorPool(Account account) throws SQLException {
        this.account = account;
        for (int i = 0; i < 2; i++) {
            free.add(account.connect());
            made++;
        }
    }

    public static void main(String[] arguments) throws Exception {
        VectorPool pool = new VectorPool(Account.of(arguments));
        Pause.pass(3_000);
        String before = pool.load();
        Pause.pass(4_000);
        System.out.println("the same sessions=" + before.equals(pool.load()));
        System.out.println("sessions=" + before.split(",").length);
        synchronized (pool) {
            for (Connection each : pool.free) {
                each.close();
            }
        }
    }

    private synchronized Connection take() throws SQLException, InterruptedException {
        while (free.isEmpty() && made >= OwnPool.SIZE) {
            wait();
        }
        if (free.isEmpty()) {
            made++;
            return account.connect();
        }
        return free.remove(0);
    }

    private synchronized void giveBack(Connection connection) {
        free.add(connection);
        notifyAll();
    }

    /** All threads work; returns which sessions they met. */
    private String load() throws InterruptedException {
        Set<String> sessions = new TreeSet<>();
        Thread[] threads = new Thread[THREADS];
        CyclicBarrier turn = new CyclicBarrier(THREADS);
        for (int i = 0; i < THREADS; i++) {
            threads[i] = new Thread(() -> work(sessions, turn), "worker-" + i);
            threads[i].start();
        }
        for (Thread each : threads) {
            each.join();
        }
        return String.join(",", sessions);
    }

    private void work(Set<String> sessions, CyclicBarrier turn) {
        try {
            for (int i = 0; i < TURNS; i++) {
                turn.await();
                Connection connection = take();
                String session = Session.id(connection, account.url);
                synchronized (sessions) {
                    sessions.add(session);
                }
                Session.first(connection, "SELECT pg_sleep(0.01)");
                giveBack(connection);
            }
        } catch (SQLException | InterruptedException | BrokenBarrierException e) {
            turn.reset();
            System.out.println("failed=" + e);
        }
    }
}
