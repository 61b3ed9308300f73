package io.poolagent.it.http;

import io.poolagent.it.harness.Await;
import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Jdk;
import io.poolagent.it.harness.Jdks;
import io.poolagent.it.harness.Libraries;
import io.poolagent.it.harness.Ports;
import io.poolagent.it.harness.Run;
import io.poolagent.it.harness.Servers;
import io.poolagent.sample.server.DatabaseServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import legacy.http.Quiet;
import legacy.http.Served;
import legacy.http.WithoutDatabase;

/** A program that runs and is asked over HTTP meanwhile. */
final class Program implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final int port;
    private final Path folder;
    private final CompletableFuture<Run> running;

    private Program(int port, Path folder, ForkedJvm program) {
        this.port = port;
        this.folder = folder;
        this.running = CompletableFuture.supplyAsync(program::run);
    }

    /** One with a database. */
    static Program served(Jdk jdk, String... options) throws IOException {
        return served(Ports.free(), jdk, List.of(), options);
    }

    static Program served(Jdk jdk, List<String> jvm, String... options) throws IOException {
        return served(Ports.free(), jdk, jvm, options);
    }

    static Program servedOn(int port, Jdk jdk, String... options) throws IOException {
        return served(port, jdk, List.of(), options);
    }

    /** One with a pool of its own as well. */
    static Program withOwnPool(Jdk jdk, String... options) throws IOException {
        return of(Served.class, List.of("own"), Ports.free(), jdk, List.of(), options);
    }

    /**
     * One that uses its database once.
     *
     * @param how as {@link Quiet} has it
     */
    static Program quiet(String how, String... options) throws IOException {
        return of(
                Quiet.class,
                how.isEmpty() ? List.of() : List.of(how),
                Ports.free(),
                Jdks.require(17),
                List.of(),
                options);
    }

    private static Program served(int port, Jdk jdk, List<String> jvm, String... options) throws IOException {
        return of(Served.class, List.of(), port, jdk, jvm, options);
    }

    private static Program of(
            Class<?> main, List<String> arguments, int port, Jdk jdk, List<String> jvm, String... options)
            throws IOException {
        DatabaseServer server = Servers.postgres();
        Path folder = Files.createTempDirectory("it-http-");
        return new Program(
                port,
                folder,
                ForkedJvm.running(main, server.jdbcUrl(), server.user(), server.password(), folder.toString())
                        .arguments(arguments.toArray(String[]::new))
                        .with(Libraries.POSTGRES)
                        .on(jdk)
                        .jvm(jvm.toArray(String[]::new))
                        .agent(Stream.concat(Stream.of("http.port=" + port), Stream.of(options))
                                .toArray(String[]::new)));
    }

    /** One without. */
    static Program withoutDatabase(String... jvm) throws IOException {
        int port = Ports.free();
        Path folder = Files.createTempDirectory("it-http-");
        return new Program(
                port,
                folder,
                ForkedJvm.running(WithoutDatabase.class, folder.toString())
                        .on(Jdks.require(17))
                        .jvm(jvm)
                        .agent("http.port=" + port, "health.interval=0"));
    }

    Web.Answer get(String path, String... headers) throws IOException {
        return Web.get(port, path, headers);
    }

    boolean isServed() {
        try {
            return get("/health/live").status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    void awaitStatus(String path, int status) throws Exception {
        Await.until(path + " says " + status, PATIENCE, () -> {
            ended();
            try {
                return get(path).status() == status;
            } catch (IOException e) {
                return false; // not yet
            }
        });
    }

    void await(String what, String path, String field, Object value) throws Exception {
        Await.until(what, PATIENCE, () -> value.equals(get(path).at(field)));
    }

    private void ended() throws Exception {
        if (running.isDone()) {
            throw new AssertionError("ended too soon: " + running.get());
        }
    }

    void step(String name) throws IOException {
        Files.createFile(folder.resolve(name));
    }

    void undo(String name) throws IOException {
        Files.delete(folder.resolve(name));
    }

    /** Ends it, well. */
    Run end() throws Exception {
        return stop().succeeded();
    }

    /** Ends it, however. */
    Run stop() throws Exception {
        step("end");
        return running.get(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws Exception {
        if (!Files.exists(folder.resolve("end"))) {
            stop();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
