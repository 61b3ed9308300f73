package legacy.failure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import legacy.Account;
import legacy.Session;

/**
 * Serves users who each have a login of their own at the database: some requests of one after another, then of groups
 * at the same moment. Prints how many connects were refused. Arguments: URL, beginning of the users' names, password,
 * number of users, size of the groups.
 */
public final class ManyUsers {
    private ManyUsers() {}

    public static void main(String[] arguments) throws Exception {
        int users = Integer.parseInt(arguments[3]);
        int group = Integer.parseInt(arguments[4]);
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger served = new AtomicInteger();
        for (int user = 0; user < users; user++) {
            serve(account(arguments, user), served, refused);
            serve(account(arguments, user), served, refused);
        }
        System.out.println("one after another: " + served + " served, " + refused + " refused");
        ExecutorService executor = Executors.newFixedThreadPool(group);
        CyclicBarrier together = new CyclicBarrier(group);
        List<Future<Void>> all = new ArrayList<>();
        for (int thread = 0; thread < group; thread++) {
            int first = thread;
            all.add(executor.submit(() -> {
                for (int user = first; user + group - first <= users; user += group) {
                    together.await();
                    serve(account(arguments, user), served, refused);
                }
                return null;
            }));
        }
        for (Future<Void> each : all) {
            each.get();
        }
        executor.shutdown();
        System.out.println("in groups of " + group + ": " + served + " served, " + refused + " refused");
    }

    private static Account account(String[] arguments, int user) {
        return new Account(arguments[0], arguments[1] + user, arguments[2]);
    }

    private static void serve(Account account, AtomicInteger served, AtomicInteger refused) throws SQLException {
        try (Connection connection = account.connect()) {
            String user = Session.first(connection, "SELECT current_user");
            if (!account.user.equals(user)) {
                throw new IllegalStateException(account.user + " got the connection of " + user);
            }
            served.incrementAndGet();
        } catch (SQLException e) {
            if (!"53300".equals(e.getSQLState())) {
                throw e;
            }
            refused.incrementAndGet();
        }
    }
}
