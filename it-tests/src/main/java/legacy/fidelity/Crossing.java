package legacy.fidelity;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import legacy.Pause;
import legacy.Session;

/** Connections that more than one thread has to do with. */
public final class Crossing implements Topic {
    private static final int CROWD = 8;

    @Override
    public void setUp(Bench bench) throws SQLException {
        Rows.make(bench);
    }

    @Override
    public void list(Cases cases) {
        cases.add("opened here, closed there", Crossing::handedOver);
        cases.add("closed by many at once", Crossing::closedByMany);
        cases.add("used by two at once", Crossing::usedByTwo);
        cases.add("opened by many at once", Crossing::openedByMany);
        cases.add("opened by a thread that ends", Crossing::openedByOneThatEnds);
        cases.add("closed in the middle of a query", Crossing::closedInAQuery, Product.POSTGRES);
        cases.add("aborted in the middle of a query", Crossing::abortedInAQuery, Product.POSTGRES, Product.MARIADB);
        cases.add("cancelled in the middle of a query", Crossing::cancelled, sleeping());
        cases.add("ended by the server in the middle of a query", Crossing::endedByServer, sleeping());
        cases.add("network timeout in the middle of a query", Crossing::networkTimeout, sleeping());
        cases.add("abort with an executor of one's own", Crossing::abortElsewhere);
    }

    private static Product[] sleeping() {
        return new Product[] {Product.POSTGRES, Product.MARIADB, Product.MYSQL};
    }

    private static void handedOver(Bench bench) throws Exception {
        for (int i = 0; i < 3; i++) {
            Connection connection = bench.connect();
            inThread(() -> {
                bench.ask("works there", () -> Session.first(connection, bench.product.one()));
                connection.close();
                return null;
            });
            bench.say("closed", connection.isClosed());
            Connection other = inThread(bench::connect);
            bench.ask("works here", () -> Session.first(other, bench.product.one()));
            other.close();
        }
    }

    private static void closedByMany(Bench bench) throws Exception {
        for (int round = 0; round < 20; round++) {
            Connection connection = bench.account.connect();
            List<String> outcomes = crowd(thread -> () -> {
                connection.close();
                return "closed";
            });
            try (Connection one = bench.account.connect();
                    Connection other = bench.account.connect()) {
                boolean good = outcomes.equals(Collections.nCopies(CROWD, "closed"))
                        && one != other
                        && !one.equals(other)
                        && Session.first(one, bench.product.one()).equals(Session.first(other, bench.product.one()));
                if (!good) {
                    bench.say("round " + round, outcomes);
                }
            }
        }
        bench.say("played", true);
    }

    private static void usedByTwo(Bench bench) throws Exception {
        try (Connection connection = bench.connect()) {
            List<String> outcomes = crowd(thread -> () -> {
                String answers = "";
                for (int i = 0; i < 20; i++) {
                    answers += Session.first(connection, "SELECT t FROM fidelity_rows WHERE id = " + (1 + thread % 3));
                }
                return answers.substring(0, 3);
            });
            bench.say("answers", outcomes);
        }
    }

    private static void openedByMany(Bench bench) throws Exception {
        CountDownLatch all = new CountDownLatch(CROWD);
        List<String> outcomes = crowd(thread -> () -> {
            try (Connection connection = bench.account.connect()) {
                all.countDown();
                boolean together = all.await(20, TimeUnit.SECONDS);
                return together + " " + Session.first(connection, "SELECT count(*) FROM fidelity_rows");
            }
        });
        bench.say("answers", outcomes);
    }

    private static void openedByOneThatEnds(Bench bench) throws Exception {
        Connection connection = inThread(bench::connect);
        System.gc();
        bench.ask("works", () -> Session.first(connection, bench.product.one()));
        bench.say("closed", connection.isClosed());
        bench.act("close", connection::close);
    }

    private static void closedInAQuery(Bench bench) throws Exception {
        duringSleep(bench, (connection, statement) -> connection.close());
    }

    private static void abortedInAQuery(Bench bench) throws Exception {
        duringSleep(bench, (connection, statement) -> connection.abort(Runnable::run));
    }

    private static void cancelled(Bench bench) throws Exception {
        duringSleep(bench, (connection, statement) -> statement.cancel());
    }

    private static void endedByServer(Bench bench) throws Exception {
        duringSleep(bench, (connection, statement) -> Killing.all(bench));
    }

    private static void networkTimeout(Bench bench) throws Exception {
        Connection connection = bench.connect();
        connection.setNetworkTimeout(Runnable::run, 500);
        String outcome = Bench.answer(() -> Session.first(connection, Killing.sleep(bench.product)));
        // Connector/J tells for how many milliseconds it waited.
        bench.say("sleeper", outcome.replaceAll("\\d+ ms|[\\d,]+ milliseconds", "# ms"));
        bench.say("closed", connection.isClosed());
        bench.act("close", connection::close);
        next(bench);
    }

    private interface Interference {
        void with(Connection connection, Statement statement) throws Exception;
    }

    private static void duringSleep(Bench bench, Interference interference) throws Exception {
        Connection connection = bench.connect();
        connection.setAutoCommit(false);
        Session.run(connection, "INSERT INTO fidelity_rows VALUES (55, 'lost')");
        Statement statement = connection.createStatement();
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<String> sleeper = other.submit(() -> Bench.answer(() -> {
            statement.execute(Killing.sleep(bench.product));
            return "slept to the end";
        }));
        other.shutdown();
        bench.say("asleep", Pause.until(10_000, () -> Killing.sleepers(bench) == 1));
        long start = System.nanoTime();
        bench.act("interference", () -> interference.with(connection, statement));
        bench.say("at once", System.nanoTime() - start < TimeUnit.SECONDS.toNanos(2));
        bench.say("sleeper", sleeper.get(20, TimeUnit.SECONDS));
        bench.say("closed", connection.isClosed());
        bench.act("rollback", connection::rollback);
        bench.act("close", connection::close);
        bench.say("gone", Pause.until(10_000, () -> Killing.sleepers(bench) == 0));
        next(bench);
    }

    private static void next(Bench bench) throws SQLException {
        for (int i = 0; i < 3; i++) {
            try (Connection next = bench.connect()) {
                bench.ask("next lease", () -> Session.first(next, "SELECT count(*) FROM fidelity_rows"));
            }
        }
    }

    private static void abortElsewhere(Bench bench) throws Exception {
        Connection connection = bench.connect();
        List<Runnable> asked = new ArrayList<>();
        bench.act("abort", () -> connection.abort(asked::add));
        bench.say("closed", connection.isClosed());
        bench.ask("query", () -> Session.first(connection, bench.product.one()));
        asked.forEach(Runnable::run);
        bench.say("closed", connection.isClosed());
        next(bench);
    }

    private static <T> T inThread(Callable<T> body) throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            return other.submit(body).get(20, TimeUnit.SECONDS);
        } finally {
            other.shutdown();
            other.awaitTermination(5, TimeUnit.SECONDS);
        }
    }

    private interface Work {
        Callable<String> of(int thread);
    }

    /** What each of them said, in their order. */
    private static List<String> crowd(Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CROWD);
        List<Future<String>> answers = new ArrayList<>();
        CountDownLatch start = new CountDownLatch(1);
        for (int i = 0; i < CROWD; i++) {
            Callable<String> task = work.of(i);
            answers.add(threads.submit(() -> {
                start.await();
                return Bench.answer(task);
            }));
        }
        start.countDown();
        List<String> said = new ArrayList<>();
        for (Future<String> each : answers) {
            said.add(each.get(30, TimeUnit.SECONDS));
        }
        threads.shutdown();
        return said;
    }
}
