package io.poolagent.sample.server;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL from Maven-provided binaries. The library initialises it with trust authentication; accounts get their passwords
 * and pg_hba.conf is replaced before anybody hears of the server. Data is not flushed to disk (fsync off), which favours
 * nobody here: what is compared is the cost of connections.
 */
final class PostgresServer {

    private static final String SUPERUSER = "postgres";

    private PostgresServer() {}

    static RunningServer start(Map<String, String> settings) throws ServerStartException {
        // Below the library's own folder: it stops and clears there what a killed JVM left behind.
        Path folder = Paths.get(System.getProperty("java.io.tmpdir"), "embedded-pg", "shop-" + UUID.randomUUID());
        File log = new File(folder + ".log");
        EmbeddedPostgres postgres = launch(folder, log, settings);
        String address = Ports.HOST + ":" + postgres.getPort();
        Account application = Account.fresh("jdbc:postgresql://" + address + "/shop", "app");
        Account administrator = Account.fresh(application.url, SUPERUSER);
        RunningServer.Stopper stopper = () -> {
            postgres.close();
            TempFolder.delete(folder);
            Files.deleteIfExists(log.toPath());
        };
        try {
            Account bootstrap = new Account("jdbc:postgresql://" + address + "/postgres", SUPERUSER, "");
            Sql.run(
                    bootstrap,
                    "CREATE ROLE app LOGIN PASSWORD '" + application.password + "'",
                    "CREATE DATABASE shop OWNER app",
                    "ALTER ROLE postgres PASSWORD '" + administrator.password + "'");
            PostgresAuthentication.enforce(folder, bootstrap, application);
            String description = "PostgreSQL " + Sql.first(administrator, "SHOW server_version") + " on " + address
                    + ", passwords by SCRAM-SHA-256";
            return new RunningServer("PostgreSQL", description, application, administrator, stopper);
        } catch (SQLException | IOException | ServerStartException e) {
            ServerStartException failure = failure(log, e);
            new RunningServer("PostgreSQL", "PostgreSQL on " + address, application, administrator, stopper).close();
            throw failure;
        }
    }

    private static EmbeddedPostgres launch(Path folder, File log, Map<String, String> settings)
            throws ServerStartException {
        try {
            Files.createDirectories(folder);
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setRegisterShutdownHook(false)
                    .setPort(Ports.free())
                    .setPgBinaryResolver(PostgresServer::binary)
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
                    .setPGStartupWait(Duration.ofSeconds(30))
                    .setServerConfig("listen_addresses", Ports.HOST)
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("password_encryption", "scram-sha-256");
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                builder.setServerConfig(setting.getKey(), setting.getValue());
            }
            return builder.start();
        } catch (MissingBinary e) {
            clear(folder, log);
            throw new NoBinaryException("PostgreSQL");
        } catch (IOException | RuntimeException | ExceptionInInitializerError e) {
            ServerStartException failure = failure(log, e);
            clear(folder, log);
            throw failure;
        }
    }

    private static InputStream binary(String system, String hardware) throws IOException {
        InputStream found;
        try {
            found = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, hardware);
        } catch (IllegalStateException e) {
            if (String.valueOf(e.getMessage()).contains("Duplicate")) {
                throw e;
            }
            throw new MissingBinary(e);
        }
        return found;
    }

    private static void clear(Path folder, File log) {
        try {
            Postmaster.stop(folder);
            TempFolder.delete(folder);
            Files.deleteIfExists(log.toPath());
        } catch (IOException e) {
            System.err.println("The folder " + folder + " could not be deleted: " + e.getMessage());
        }
    }

    private static ServerStartException failure(File log, Throwable cause) {
        return new ServerStartException(
                "PostgreSQL did not start: " + cause.getMessage() + ServerLog.tail(log)
                        + "\nAnother database starts without it: --db h2",
                cause);
    }

    /** Tells a platform without a binary from every other failure of the library's. */
    private static final class MissingBinary extends RuntimeException {
        MissingBinary(@Nullable Throwable cause) {
            super(cause);
        }
    }
}
