package legacy.fidelity;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import legacy.Session;

/** Derby's databases inside the program, and how they are shut down. */
final class DerbyFiles {
    private DerbyFiles() {}

    static void list(Cases cases) {
        cases.add("memory", DerbyFiles::memory);
        LastClose.inFolder(cases, "database shut down", DerbyFiles::shutDown);
        LastClose.inFolder(cases, "shut down twice", DerbyFiles::twice);
        LastClose.inFolder(cases, "shut down while held", DerbyFiles::whileHeld);
        LastClose.inFolder(cases, "system shut down", DerbyFiles::system);
    }

    private static boolean isInside(Bench bench) {
        return !bench.account.url.startsWith("jdbc:derby://");
    }

    private static void memory(Bench bench) {
        if (isInside(bench)) {
            String url = "jdbc:derby:memory:fidelity";
            LastClose.ask(bench, "make", url + ";create=true", "a", "b", "CREATE TABLE t (a INT)", "VALUES 1");
            LastClose.ask(bench, "again", url, "a", "b", "SELECT count(*) FROM t");
            LastClose.ask(bench, "drop", url + ";drop=true", "a", "b");
            LastClose.ask(bench, "gone", url, "a", "b", "SELECT count(*) FROM t");
        }
    }

    private static void shutDown(Bench bench, Path folder) throws Exception {
        if (isInside(bench)) {
            String url = "jdbc:derby:" + folder.resolve("db");
            for (int round = 0; round < 2; round++) {
                LastClose.ask(bench, "make", url + ";create=true", "a", "b", "CREATE TABLE t (a INT)", "VALUES 1");
                LastClose.ask(bench, "again", url, "a", "b", "SELECT count(*) FROM t");
                LastClose.ask(bench, "shut down", url + ";shutdown=true", "a", "b");
                bench.say("locked", folder.resolve("db/db.lck").toFile().exists());
                LastClose.delete(folder);
                folder.toFile().mkdir();
            }
        }
    }

    private static void twice(Bench bench, Path folder) {
        if (isInside(bench)) {
            String url = "jdbc:derby:" + folder.resolve("db");
            LastClose.ask(bench, "make", url + ";create=true", "a", "b", "VALUES 1");
            LastClose.ask(bench, "shut down", url + ";shutdown=true", "a", "b");
            LastClose.ask(bench, "shut down again", url + ";shutdown=true", "a", "b");
            LastClose.ask(bench, "boot", url, "a", "b", "VALUES 1");
            LastClose.ask(bench, "shut down", url + ";shutdown=true", "a", "b");
        }
    }

    private static void whileHeld(Bench bench, Path folder) throws SQLException {
        if (isInside(bench)) {
            String url = "jdbc:derby:" + folder.resolve("db");
            try (Connection held = DriverManager.getConnection(url + ";create=true", "a", "b")) {
                LastClose.ask(bench, "shut down", url + ";shutdown=true", "a", "b");
                bench.ask("held", () -> Session.first(held, "VALUES 1"));
                bench.ask("closed", held::isClosed);
            }
            LastClose.ask(bench, "boot", url, "a", "b", "VALUES 1");
            LastClose.ask(bench, "shut down", url + ";shutdown=true", "a", "b");
        }
    }

    private static void system(Bench bench, Path folder) throws Exception {
        if (isInside(bench)) {
            String url = "jdbc:derby:" + folder.resolve("db") + ";create=true";
            LastClose.ask(bench, "make", url, "a", "b", "VALUES 1");
            LastClose.ask(bench, "shut down", "jdbc:derby:;shutdown=true", "a", "b");
            LastClose.ask(bench, "afterwards", url, "a", "b", "VALUES 1");
            Class.forName("org.apache.derby.jdbc.EmbeddedDriver")
                    .getConstructor()
                    .newInstance();
            LastClose.ask(bench, "new driver", url, "a", "b", "VALUES 1");
        }
    }
}
