package legacy.fidelity;

import java.sql.Connection;
import java.sql.SQLException;
import legacy.Session;

/** What SQLite offers beside JDBC. */
final class SqliteEscapes {
    private SqliteEscapes() {}

    static void list(Cases cases) {
        cases.add("function made by the program", SqliteEscapes::sqliteFunction);
        cases.add("database kept past close", SqliteEscapes::sqliteDatabaseKept);
        cases.add("timeout and mode of transactions", SqliteEscapes::sqliteSettings);
        cases.add("listeners", SqliteEscapes::sqliteListeners);
    }

    private static void sqliteFunction(Bench bench) throws SQLException {
        try (Connection connection = bench.connect()) {
            org.sqlite.Function.create(connection, "fidelity_seven", new org.sqlite.Function() {
                @Override
                protected void xFunc() throws SQLException {
                    result(7);
                }
            });
            bench.ask("called", () -> Session.first(connection, "SELECT fidelity_seven()"));
        }
        try (Connection next = bench.connect()) {
            bench.ask("called by the next", () -> Session.first(next, "SELECT fidelity_seven()"));
        }
    }

    private static void sqliteDatabaseKept(Bench bench) throws SQLException {
        Connection connection = bench.connect();
        org.sqlite.core.DB database = ((org.sqlite.SQLiteConnection) connection).getDatabase();
        bench.say("closed", database.isClosed());
        connection.close();
        bench.say("closed then", database.isClosed());
        bench.ask("interrupt", () -> {
            database.interrupt();
            return "done";
        });
    }

    private static void sqliteSettings(Bench bench) throws SQLException {
        try (Connection connection = bench.connect()) {
            org.sqlite.SQLiteConnection cast = (org.sqlite.SQLiteConnection) connection;
            cast.setBusyTimeout(1234);
            cast.setCurrentTransactionMode(org.sqlite.SQLiteConfig.TransactionMode.EXCLUSIVE);
            cast.setLimit(org.sqlite.SQLiteLimits.SQLITE_LIMIT_SQL_LENGTH, 500);
        }
        try (Connection next = bench.connect()) {
            org.sqlite.SQLiteConnection cast = (org.sqlite.SQLiteConnection) next;
            bench.say("timeout", cast.getBusyTimeout());
            bench.say("mode", cast.getCurrentTransactionMode());
            StringBuilder sql = new StringBuilder("SELECT 1");
            while (sql.length() < 600) {
                sql.append("          ");
            }
            bench.ask("long statement", () -> Session.first(next, sql.toString()));
        }
    }

    private static void sqliteListeners(Bench bench) throws SQLException {
        StringBuilder seen = new StringBuilder();
        try (Connection connection = bench.connect()) {
            ((org.sqlite.SQLiteConnection) connection)
                    .addUpdateListener(
                            (type, database, table, row) -> seen.append(type).append(' '));
            Session.run(connection, "UPDATE fidelity_rows SET t = t");
        }
        try (Connection next = bench.connect()) {
            Session.run(next, "UPDATE fidelity_rows SET t = t");
        }
        bench.say("seen", seen);
    }
}
