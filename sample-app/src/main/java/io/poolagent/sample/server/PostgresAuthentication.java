package io.poolagent.sample.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Puts password authentication in force, and believes it only when a wrong password was refused. */
final class PostgresAuthentication {

    private static final String INVALID_PASSWORD = "28P01";
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private PostgresAuthentication() {}

    static void enforce(Path dataFolder, Account bootstrap, Account application)
            throws IOException, SQLException, ServerStartException {
        String rules = "# Everybody gives a password.\n"
                + "host all all 127.0.0.1/32 scram-sha-256\n"
                + "host all all ::1/128 scram-sha-256\n"
                + "local all all scram-sha-256\n";
        Files.write(dataFolder.resolve("pg_hba.conf"), rules.getBytes(StandardCharsets.UTF_8));
        Sql.run(bootstrap, "SELECT pg_reload_conf()");
        Account impostor = Account.fresh(application.url, application.user);
        long start = System.nanoTime();
        // The server reads its rules again when it gets to it: until then it lets everybody in.
        while (!refused(impostor)) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                throw new ServerStartException(
                        "PostgreSQL accepts a wrong password in spite of its pg_hba.conf.", null);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static boolean refused(Account impostor) throws SQLException {
        try {
            Sql.run(impostor);
            return false;
        } catch (SQLException e) {
            if (INVALID_PASSWORD.equals(e.getSQLState())) {
                return true;
            }
            throw e;
        }
    }
}
