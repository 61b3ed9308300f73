package legacy.failure;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import legacy.Account;
import legacy.Session;

/** Many threads that connect at the same moment and hold their connections until the last one has its own. */
final class Crowd {
    /** How long each connect took, sorted. */
    final List<Long> millis = Collections.synchronizedList(new ArrayList<Long>());
    /** The server's numbers of the sessions. */
    final List<String> sessions = Collections.synchronizedList(new ArrayList<String>());

    static Crowd connect(int threads, Account account) throws Exception {
        Crowd crowd = new Crowd();
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Void>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(executor.submit(() -> {
                    together.await();
                    long start = System.nanoTime();
                    try (Connection connection = account.connect()) {
                        crowd.millis.add((System.nanoTime() - start) / 1_000_000);
                        crowd.sessions.add(Session.id(connection, account.url));
                        together.await();
                    }
                    return null;
                }));
            }
            for (Future<Void> each : all) {
                each.get();
            }
        } finally {
            executor.shutdownNow();
        }
        Collections.sort(crowd.millis);
        return crowd;
    }

    long slowest() {
        return millis.get(millis.size() - 1);
    }
}
