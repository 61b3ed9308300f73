package legacy.leak;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import legacy.Account;
import legacy.Pause;
import legacy.Session;

/**
 * Leaks connections one after another, from seven places, and prints which lines these are and how many each leaked.
 * Arguments: URL, user, password, how many in all, how many threads ({@code virtual} for one virtual thread each).
 */
public final class SevenPlaces {
    private static final Map<String, AtomicInteger> LEAKED = new ConcurrentHashMap<>();
    private static Account account;

    private SevenPlaces() {}

    public static void main(String[] arguments) throws Exception {
        account = Account.of(arguments);
        int count = Integer.parseInt(arguments[3]);
        boolean virtual = arguments[4].equals("virtual");
        int threads = virtual ? 16 : Integer.parseInt(arguments[4]);
        ExecutorService workers = virtual ? virtualThreads() : Executors.newFixedThreadPool(threads);
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> ends = new ArrayList<>();
        if (virtual) {
            for (int i = 0; i < count; i += threads) {
                List<Future<?>> some = new ArrayList<>();
                for (int j = i; j < Math.min(count, i + threads); j++) {
                    some.add(workers.submit(leaking(next, count, 1)));
                }
                for (Future<?> each : some) {
                    each.get();
                }
            }
        } else {
            for (int i = 0; i < threads; i++) {
                ends.add(workers.submit(leaking(next, count, Integer.MAX_VALUE)));
            }
        }
        for (Future<?> each : ends) {
            each.get();
        }
        workers.shutdown();
        if (arguments.length > 5) {
            // the last ones are proven by one more collection
            Pause.until(2_000, () -> {
                System.gc();
                return false;
            });
        }
        int sum = 0;
        for (Map.Entry<String, AtomicInteger> each : new TreeMap<>(LEAKED).entrySet()) {
            System.out.println(each.getKey() + "=" + each.getValue());
            sum += each.getValue().get();
        }
        System.out.println("leaked=" + sum);
    }

    /** By reflection: Java 21 and up. */
    private static ExecutorService virtualThreads() throws ReflectiveOperationException {
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }

    private static Callable<Void> leaking(AtomicInteger next, int count, int most) {
        return () -> {
            for (int done = 0; done < most; done++) {
                int number = next.getAndIncrement();
                if (number >= count) {
                    break;
                }
                leak(number % 7);
            }
            return null;
        };
    }

    private static void leak(int place) throws SQLException {
        switch (place) {
            case 0:
                inQuery();
                break;
            case 1:
                inTransaction();
                break;
            case 2:
                withStatement();
                break;
            case 3:
                early(true);
                break;
            case 4:
                withException();
                break;
            case 5:
                new Dao().load();
                break;
            default:
                overwritten();
        }
    }

    /** Notes the line that calls this. Not private: Java 8 would put a method of its own between. */
    static Connection noted(Connection connection) {
        StackTraceElement line = new Throwable().getStackTrace()[1];
        LEAKED.computeIfAbsent("SevenPlaces.java:" + line.getLineNumber(), key -> new AtomicInteger())
                .incrementAndGet();
        return connection;
    }

    private static void inQuery() throws SQLException {
        Session.run(noted(account.connect()), "SELECT 'secret of the first place'");
    }

    private static void inTransaction() throws SQLException {
        Connection connection = noted(account.connect());
        connection.setAutoCommit(false);
        Session.run(connection, "SELECT 2");
    }

    private static void withStatement() throws SQLException {
        Connection connection = noted(account.connect());
        connection.createStatement().executeQuery("SELECT 3");
    }

    private static void early(boolean returns) throws SQLException {
        Connection connection = noted(account.connect());
        if (returns) {
            return;
        }
        connection.close();
    }

    private static void withException() {
        try {
            Connection connection = noted(account.connect());
            Session.run(connection, "SELECT no_such_column");
            connection.close();
        } catch (SQLException e) {
            // as programs do
        }
    }

    private static final class Dao {
        private Connection connection;

        void load() throws SQLException {
            connection = noted(account.connect());
            connection.prepareStatement("SELECT ?::int").setInt(1, 6);
        }
    }

    private static void overwritten() throws SQLException {
        Connection connection = noted(account.connect());
        connection = connection.isClosed() ? connection : null;
        LEAKED.remove(String.valueOf(connection));
    }
}
