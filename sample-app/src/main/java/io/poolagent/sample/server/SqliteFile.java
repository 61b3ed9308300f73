package io.poolagent.sample.server;

import java.nio.file.Path;
import java.sql.SQLException;

/** An SQLite database in a temporary folder. */
final class SqliteFile {

    /** Readers do not wait for writers, and writers wait for each other rather than fail. */
    private static final String OPTIONS = "?journal_mode=WAL&synchronous=NORMAL&busy_timeout=30000";

    private SqliteFile() {}

    static RunningServer create() throws ServerStartException {
        Path folder = TempFolder.create("sqlite");
        Account account = new Account("jdbc:sqlite:" + folder.resolve("shop.db") + OPTIONS, "", "");
        RunningServer.Stopper stopper = () -> TempFolder.delete(folder);
        String version;
        try {
            version = Sql.version(account);
        } catch (SQLException e) {
            new RunningServer("SQLite", "SQLite", account, account, stopper).close();
            throw new ServerStartException("SQLite did not start: " + e.getMessage(), e);
        }
        return new RunningServer("SQLite", "SQLite " + version + ", a file", account, account, stopper);
    }
}
