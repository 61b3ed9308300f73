package legacy.fidelity;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** HSQLDB's databases in memory and in files. */
final class HsqldbFiles {
    private HsqldbFiles() {}

    static void list(Cases cases) {
        cases.add("memory", bench -> memory(bench, "jdbc:hsqldb:mem:fidelity_stays"));
        cases.add("memory that ends", bench -> memory(bench, "jdbc:hsqldb:mem:fidelity_ends;shutdown=true"));
        cases.add("SHUTDOWN as a statement", HsqldbFiles::shutdown);
        LastClose.inFolder(cases, "file", (bench, folder) -> file(bench, folder, ""));
        LastClose.inFolder(cases, "file that is closed", (bench, folder) -> file(bench, folder, ";shutdown=true"));
    }

    private static void memory(Bench bench, String url) {
        for (int i = 0; i < 3; i++) {
            LastClose.ask(
                    bench,
                    "tables",
                    url,
                    "SA",
                    "",
                    "CREATE TABLE t" + i + " (a INT)",
                    "SELECT count(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'PUBLIC'");
        }
        LastClose.ask(bench, "end", url, "SA", "", "SHUTDOWN");
        LastClose.ask(
                bench,
                "tables",
                url,
                "SA",
                "",
                "SELECT count(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'PUBLIC'");
    }

    private static void shutdown(Bench bench) throws SQLException {
        String url = "jdbc:hsqldb:mem:fidelity_shutdown";
        for (int round = 0; round < 2; round++) {
            try (Connection held = DriverManager.getConnection(url, "SA", "")) {
                LastClose.ask(bench, "make", url, "SA", "", "CREATE TABLE t (a INT)", "VALUES (1)");
                LastClose.ask(bench, "shut down", url, "SA", "", "SHUTDOWN");
                bench.ask("held, closed", held::isClosed);
                bench.ask("held, valid", () -> held.isValid(1));
                bench.ask("held", held::createStatement);
            }
        }
    }

    private static void file(Bench bench, Path folder, String options) throws Exception {
        String url = "jdbc:hsqldb:file:" + folder.resolve("db") + options;
        for (int round = 0; round < 2; round++) {
            LastClose.ask(bench, "make", url, "SA", "", "CREATE TABLE t (a INT)", "SELECT count(*) FROM t");
            LastClose.ask(bench, "again", url, "SA", "", "SELECT count(*) FROM t");
            bench.say("files", LastClose.files(folder));
            LastClose.ask(bench, "end", url, "SA", "", "SHUTDOWN");
            bench.say("files at the end", LastClose.files(folder));
            LastClose.delete(folder);
            folder.toFile().mkdir();
        }
    }
}
