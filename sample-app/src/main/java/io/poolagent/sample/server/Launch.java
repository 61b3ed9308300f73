package io.poolagent.sample.server;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sees to it that a server does not outlive the JVM, even one that is just starting when the JVM is told to end. */
final class Launch {

    /** Starts a server; cleans up after itself when that fails. */
    interface Starter {
        RunningServer start() throws ServerStartException;
    }

    private static final int PATIENCE_SECONDS = 60;

    private Launch() {}

    static DatabaseServer of(Starter starter) throws ServerStartException {
        CompletableFuture<RunningServer> started = new CompletableFuture<>();
        Thread atExit = new Thread(() -> stopWhenStarted(started), "stop-database-server");
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
        } catch (IllegalStateException e) {
            throw new ServerStartException("No server is started while the JVM ends.", e);
        }
        try {
            RunningServer server = starter.start();
            server.whenClosed(() -> forget(atExit));
            started.complete(server);
            return server;
        } finally {
            if (started.cancel(false)) {
                forget(atExit);
            }
        }
    }

    private static void stopWhenStarted(CompletableFuture<RunningServer> started) {
        try {
            started.get(PATIENCE_SECONDS, TimeUnit.SECONDS).close();
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            // It did not start.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread atExit) {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException ending) {
            // It runs already, and finds nothing left to do.
        }
    }
}
