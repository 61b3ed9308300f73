package legacy.failure;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import legacy.Account;
import legacy.Session;
import legacy.net.Relay;

/**
 * Connects in crowds, in turn to a place whose name says {@code direct} (the test excludes it from pooling) and to one
 * that nobody connected to before; and one after another without closing. Prints how long the slowest connect took of
 * each. Arguments: URL, user, password, number of threads, milliseconds that each connect takes longer.
 */
public final class CrowdOnPool {
    private static final int ROUNDS = 3;

    private CrowdOnPool() {}

    public static void main(String[] arguments) throws Exception {
        int threads = Integer.parseInt(arguments[3]);
        try (Relay relay = Relay.to(Account.of(arguments))) {
            Account account = relay.in(Account.of(arguments));
            Crowd.connect(2, named(account, "warm"));
            Crowd.connect(2, named(account, "direct"));
            relay.delay(Long.parseLong(arguments[4]));
            for (int round = 1; round <= ROUNDS; round++) {
                Crowd direct = Crowd.connect(threads, named(account, "direct"));
                Crowd cold = Crowd.connect(threads, named(account, "cold" + round));
                System.out.println("direct " + round + "=" + direct.slowest());
                System.out.println("cold " + round + "=" + cold.slowest());
                System.out.println("sessions " + round + "=" + new HashSet<>(cold.sessions).size());
            }
            System.out.println("direct one by one=" + oneByOne(threads, named(account, "direct")));
            System.out.println("pooled one by one=" + oneByOne(threads, named(account, "one-by-one")));
        }
    }

    private static Account named(Account account, String name) {
        return account.plus("ApplicationName", name);
    }

    private static long oneByOne(int count, Account account) throws Exception {
        List<Connection> held = new ArrayList<>();
        HashSet<String> sessions = new HashSet<>();
        long slowest = 0;
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            Connection connection = account.connect();
            slowest = Math.max(slowest, (System.nanoTime() - start) / 1_000_000);
            held.add(connection);
            sessions.add(Session.id(connection, account.url));
        }
        for (Connection connection : held) {
            connection.close();
        }
        if (sessions.size() != count) {
            throw new IllegalStateException(count + " connections held at once had sessions " + sessions);
        }
        return slowest;
    }
}
