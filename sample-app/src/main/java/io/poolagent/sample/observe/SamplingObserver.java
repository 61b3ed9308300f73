package io.poolagent.sample.observe;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks at the server every few milliseconds, in a thread of its own, which is the only one to use the view. */
final class SamplingObserver implements ServerObserver {

    private static final int PERIOD_MILLIS = 20;
    /** A number that has stayed the same for so many looks has settled... */
    private static final int SETTLED = 15;
    /** ...and after so many looks it is taken as it is. */
    private static final int PATIENCE = 100;

    private final ServerView view;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "server-observer");
        made.setDaemon(true);
        return made;
    });

    private final ScheduledFuture<?> looking;

    private long openedBefore;
    private long peak;
    private long last;
    private int sameSince;
    private int looksAtEnd;
    private @Nullable CompletableFuture<Observation> ending;

    SamplingObserver(ServerView view) {
        this.view = view;
        looking = thread.scheduleWithFixedDelay(this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void begin() throws SQLException {
        inThread(answer -> {
            openedBefore = view.opened();
            peak = 0;
            answer.complete(Observation.NOTHING);
        });
    }

    @Override
    public Observation end() throws SQLException {
        return inThread(answer -> {
            sameSince = 0;
            looksAtEnd = 0;
            ending = answer;
        });
    }

    private void look() {
        CompletableFuture<Observation> answer = ending;
        try {
            long open = view.open();
            peak = Math.max(peak, open);
            sameSince = open == last ? sameSince + 1 : 0;
            last = open;
            if (answer != null && (sameSince >= SETTLED || ++looksAtEnd >= PATIENCE)) {
                ending = null;
                answer.complete(new Observation(openedSinceBegin(), peak, view.open()));
            }
        } catch (SQLException | RuntimeException e) {
            // HSQLDB now and then fails to list its sessions while they come and go: the next look will tell.
            if (answer != null && ++looksAtEnd >= PATIENCE) {
                ending = null;
                answer.completeExceptionally(e);
            }
        }
    }

    private long openedSinceBegin() throws SQLException {
        long opened = view.opened();
        return opened == Observation.UNKNOWN ? opened : opened - openedBefore;
    }

    private interface Step {
        void take(CompletableFuture<Observation> answer) throws SQLException;
    }

    private Observation inThread(Step step) throws SQLException {
        CompletableFuture<Observation> answer = new CompletableFuture<>();
        thread.execute(() -> {
            try {
                step.take(answer);
            } catch (SQLException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new SQLException("The server could not be observed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while the server was observed", e);
        }
    }

    @Override
    public void close() {
        looking.cancel(false);
        thread.execute(() -> {
            try {
                view.close();
            } catch (SQLException e) {
                // Nothing more is wanted of this connection.
            }
        });
        thread.shutdown();
        try {
            thread.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
