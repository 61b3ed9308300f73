package legacy.fidelity;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import legacy.Session;

/** SQLite's databases in memory and in files. */
final class SqliteFiles {
    private SqliteFiles() {}

    static void list(Cases cases) {
        cases.add("memory", bench -> memory(bench, "jdbc:sqlite::memory:"));
        cases.add("empty path", bench -> memory(bench, "jdbc:sqlite:"));
        cases.add("shared memory", SqliteFiles::shared);
        LastClose.inFolder(cases, "file, closed and deleted", SqliteFiles::file);
        LastClose.inFolder(cases, "file with a write-ahead log", SqliteFiles::writeAhead);
    }

    private static void memory(Bench bench, String url) {
        for (int i = 0; i < 3; i++) {
            LastClose.ask(
                    bench,
                    "tables",
                    url,
                    "",
                    "",
                    "CREATE TABLE t" + i + " (a INT)",
                    "SELECT count(*) FROM sqlite_master");
        }
    }

    private static void shared(Bench bench) throws SQLException {
        String url = "jdbc:sqlite:file:fidelity?mode=memory&cache=shared";
        for (int round = 0; round < 2; round++) {
            try (Connection held = DriverManager.getConnection(url)) {
                LastClose.ask(bench, "make", url, "", "", "CREATE TABLE t (a INT)", "SELECT 1");
                bench.ask("seen", () -> Session.first(held, "SELECT count(*) FROM sqlite_master"));
            }
            LastClose.ask(bench, "gone", url, "", "", "SELECT count(*) FROM sqlite_master");
        }
    }

    private static void file(Bench bench, Path folder) throws Exception {
        String url = "jdbc:sqlite:" + folder.resolve("db");
        for (int round = 0; round < 2; round++) {
            LastClose.ask(bench, "make", url, "", "", "CREATE TABLE t (a INT)", "SELECT count(*) FROM t");
            LastClose.ask(bench, "again", url, "", "", "SELECT count(*) FROM t");
            bench.say("files", LastClose.files(folder));
            LastClose.delete(folder);
            folder.toFile().mkdir();
        }
    }

    private static void writeAhead(Bench bench, Path folder) throws Exception {
        String url = "jdbc:sqlite:" + folder.resolve("db") + "?journal_mode=WAL";
        try (Connection held = DriverManager.getConnection(url)) {
            Session.run(held, "CREATE TABLE t (a INT)");
            LastClose.ask(bench, "insert", url, "", "", "INSERT INTO t VALUES (1)", "SELECT count(*) FROM t");
            bench.say("files", LastClose.files(folder));
        }
        bench.say("files at the end", LastClose.files(folder));
    }
}
