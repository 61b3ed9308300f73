package io.poolagent.it.harness;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The processes that run at the moment. None outlives the tests' JVM. */
final class Children {
    /** Stands for the exit code of a process that had to be ended. */
    static final int TIMED_OUT = Integer.MIN_VALUE;

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly), "end-children"));
    }

    private Children() {}

    /** Starts a process that reads nothing. */
    static Process start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        RUNNING.add(process);
        process.getOutputStream().close();
        return process;
    }

    /** Ends a process that {@link #start} started. */
    static void end(Process process) {
        process.destroyForcibly();
        RUNNING.remove(process);
    }

    /** Waits for the end of a process; one that takes too long says first what its threads do, then it is ended. */
    static int await(Process process, Duration patience) throws IOException {
        try {
            if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            dumpThreads(process);
            return TIMED_OUT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for a child", e);
        } finally {
            end(process);
        }
    }

    /** A JVM answers this signal with its threads' stacks on standard output. */
    private static void dumpThreads(Process process) throws InterruptedException {
        try {
            Process signal = new ProcessBuilder("kill", "-QUIT", String.valueOf(process.pid())).start();
            signal.waitFor(5, TimeUnit.SECONDS);
            process.waitFor(1, TimeUnit.SECONDS);
        } catch (IOException e) {
            return; // no such command here: then without stacks
        }
    }
}
