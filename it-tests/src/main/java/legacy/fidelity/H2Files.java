package legacy.fidelity;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import legacy.Session;

/** H2's databases in memory and in files. */
final class H2Files {
    private H2Files() {}

    static void list(Cases cases) {
        cases.add("memory without a name", bench -> memory(bench, "jdbc:h2:mem:"));
        cases.add("memory with a name", bench -> memory(bench, "jdbc:h2:mem:fidelity_last"));
        cases.add("memory that stays", bench -> memory(bench, "jdbc:h2:mem:fidelity_stays;DB_CLOSE_DELAY=-1"));
        cases.add("memory that stays by a statement", H2Files::staysByStatement);
        cases.add("SHUTDOWN as a statement", H2Files::shutdown);
        LastClose.inFolder(cases, "file, closed and deleted", H2Files::file);
        LastClose.inFolder(cases, "file that stays open", H2Files::fileStays);
        LastClose.inFolder(cases, "file, then with another password", H2Files::otherPassword);
        LastClose.inFolder(cases, "file, then read only", H2Files::otherSettings);
    }

    private static void memory(Bench bench, String url) {
        for (int i = 0; i < 3; i++) {
            LastClose.ask(
                    bench,
                    "tables",
                    url,
                    "sa",
                    "",
                    "CREATE TABLE IF NOT EXISTS t" + i + " (a INT)",
                    "SELECT count(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'PUBLIC'");
        }
        LastClose.ask(bench, "wrong password", url, "sa", "wrong", "SELECT 1");
        LastClose.ask(bench, "end", url, "sa", "", "DROP ALL OBJECTS");
    }

    private static void staysByStatement(Bench bench) {
        String url = "jdbc:h2:mem:fidelity_by_statement";
        LastClose.ask(bench, "make", url, "sa", "", "SET DB_CLOSE_DELAY -1", "CREATE TABLE t (a INT)");
        LastClose.ask(bench, "still there", url, "sa", "", "SELECT count(*) FROM t");
        LastClose.ask(bench, "let go", url, "sa", "", "SET DB_CLOSE_DELAY 0");
        LastClose.ask(bench, "gone", url, "sa", "", "SELECT count(*) FROM t");
    }

    private static void shutdown(Bench bench) throws SQLException {
        String url = "jdbc:h2:mem:fidelity_shutdown;DB_CLOSE_DELAY=-1";
        for (int round = 0; round < 2; round++) {
            try (Connection held = DriverManager.getConnection(url, "sa", "")) {
                LastClose.ask(bench, "make", url, "sa", "", "CREATE TABLE t (a INT)", "SELECT 1");
                LastClose.ask(bench, "shut down", url, "sa", "", "SHUTDOWN");
                bench.ask("held", () -> Session.first(held, "SELECT 1"));
            }
        }
        LastClose.ask(bench, "table", url, "sa", "", "SELECT count(*) FROM t");
    }

    private static void file(Bench bench, Path folder) throws Exception {
        String url = "jdbc:h2:" + folder.resolve("db");
        for (int round = 0; round < 2; round++) {
            LastClose.ask(bench, "make", url, "sa", "x", "CREATE TABLE t (a INT)", "SELECT count(*) FROM t");
            LastClose.ask(bench, "again", url, "sa", "x", "SELECT count(*) FROM t");
            bench.say("files", LastClose.files(folder));
            LastClose.delete(folder);
            folder.toFile().mkdir();
        }
    }

    private static void fileStays(Bench bench, Path folder) throws Exception {
        String url = "jdbc:h2:" + folder.resolve("db") + ";DB_CLOSE_DELAY=-1";
        LastClose.ask(bench, "make", url, "sa", "x", "CREATE TABLE t (a INT)");
        LastClose.ask(bench, "insert", url, "sa", "x", "INSERT INTO t VALUES (1)", "SELECT count(*) FROM t");
        LastClose.ask(bench, "end", url, "sa", "x", "SHUTDOWN");
        bench.say("files", LastClose.files(folder));
        LastClose.ask(bench, "once more", url, "sa", "x", "SELECT count(*) FROM t");
        LastClose.ask(bench, "end", url, "sa", "x", "SHUTDOWN");
        bench.say("files", LastClose.files(folder));
    }

    private static void otherPassword(Bench bench, Path folder) {
        String url = "jdbc:h2:" + folder.resolve("db");
        LastClose.ask(bench, "make", url, "sa", "one", "CREATE TABLE t (a INT)");
        LastClose.ask(bench, "change", url, "sa", "one", "ALTER USER sa SET PASSWORD 'two'");
        LastClose.ask(bench, "old", url, "sa", "one", "SELECT count(*) FROM t");
        LastClose.ask(bench, "new", url, "sa", "two", "SELECT count(*) FROM t");
    }

    private static void otherSettings(Bench bench, Path folder) {
        String url = "jdbc:h2:" + folder.resolve("db");
        LastClose.ask(bench, "make", url, "sa", "x", "CREATE TABLE t (a INT)");
        LastClose.ask(bench, "read only", url + ";ACCESS_MODE_DATA=r", "sa", "x", "INSERT INTO t VALUES (1)");
        LastClose.ask(bench, "written", url, "sa", "x", "INSERT INTO t VALUES (1)", "SELECT count(*) FROM t");
        LastClose.ask(bench, "only if it is there", url + "2;IFEXISTS=TRUE", "sa", "x", "SELECT 1");
    }
}
