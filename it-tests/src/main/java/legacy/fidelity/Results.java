package legacy.fidelity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;

/** Rows, keys and counts that statements give. */
final class Results {
    private Results() {}

    static void list(Cases cases) {
        cases.add("generated keys", Results::generatedKeys);
        cases.add("several results", Results::severalResults);
        cases.add("results kept open", Results::resultsKept);
        cases.add("scrolling", Results::scrolling);
        cases.add("rows updated", Results::updating);
    }

    static void print(ResultSet rows) throws SQLException {
        ResultSetMetaData metadata = rows.getMetaData();
        while (rows.next()) {
            StringBuilder line = new StringBuilder();
            for (int i = 1; i <= metadata.getColumnCount(); i++) {
                line.append(Show.value(rows.getObject(i))).append(" | ");
            }
            System.out.println(line);
        }
    }

    private static void generatedKeys(Bench bench) throws SQLException {
        try (Connection connection = bench.connect();
                Statement statement = connection.createStatement()) {
            Bench.quietly(() -> statement.executeUpdate("DROP TABLE fidelity_keys"));
            statement.executeUpdate(WideTable.keysTable(bench.product));
            String insert = "INSERT INTO fidelity_keys (t) VALUES ('x')";
            bench.act("by number", () -> {
                statement.executeUpdate(insert, Statement.RETURN_GENERATED_KEYS);
                print(statement.getGeneratedKeys());
            });
            bench.act("by index", () -> {
                statement.executeUpdate(insert, new int[] {1});
                print(statement.getGeneratedKeys());
            });
            bench.act("by name", () -> {
                statement.execute(insert, new String[] {"id"});
                print(statement.getGeneratedKeys());
            });
            bench.act("prepared", () -> {
                try (PreparedStatement prepared =
                        connection.prepareStatement(insert, Statement.RETURN_GENERATED_KEYS)) {
                    prepared.executeUpdate();
                    print(prepared.getGeneratedKeys());
                }
            });
            bench.act("none asked for", () -> {
                statement.executeUpdate(insert);
                print(statement.getGeneratedKeys());
            });
        }
    }

    private static void severalResults(Bench bench) throws SQLException {
        try (Connection connection = bench.connect();
                Statement statement = connection.createStatement()) {
            bench.act("two queries", () -> {
                boolean isRows = statement.execute(Rows.QUERY + "; " + Rows.QUERY);
                while (isRows || statement.getUpdateCount() >= 0) {
                    if (isRows) {
                        ResultSet rows = statement.getResultSet();
                        bench.say("statement", rows.getStatement() == statement);
                        print(rows);
                    }
                    isRows = statement.getMoreResults();
                }
            });
            bench.ask("update", () -> statement.execute("UPDATE fidelity_rows SET t = t"));
            bench.ask("count", statement::getUpdateCount);
            bench.ask("large count", statement::getLargeUpdateCount);
            bench.ask("more", statement::getMoreResults);
            bench.ask("count at the end", statement::getUpdateCount);
        }
    }

    private static void resultsKept(Bench bench) throws SQLException {
        try (Connection connection = bench.connect();
                Statement statement = connection.createStatement()) {
            bench.ask("execute", () -> statement.execute(Rows.QUERY));
            ResultSet first = statement.getResultSet();
            bench.ask("keep", () -> statement.getMoreResults(Statement.KEEP_CURRENT_RESULT));
            bench.ask("closed", first::isClosed);
            bench.ask("close all", () -> statement.getMoreResults(Statement.CLOSE_ALL_RESULTS));
            bench.ask("closed", first::isClosed);
            bench.ask("nonsense", () -> statement.getMoreResults(77));
        }
    }

    private static void scrolling(Bench bench) throws SQLException {
        try (Connection connection = bench.connect()) {
            bench.act("scroll", () -> {
                Statement statement =
                        connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
                ResultSet rows = statement.executeQuery(Rows.QUERY);
                bench.say("last", rows.last() + " " + rows.getRow() + " " + rows.getString(2));
                bench.say("first", rows.first() + " " + rows.isFirst() + " " + rows.getString(2));
                bench.say("absolute", rows.absolute(-2) + " " + rows.getString(2));
                bench.say("relative", rows.relative(1) + " " + rows.getString("t"));
                bench.say("previous", rows.previous() + " " + rows.getString("T"));
                rows.afterLast();
                bench.say("after", rows.isAfterLast() + " " + rows.previous());
                rows.beforeFirst();
                bench.say("before", rows.isBeforeFirst() + " " + rows.next());
                bench.say("type", rows.getType() + " " + rows.getConcurrency() + " " + rows.findColumn("t"));
            });
        }
    }

    private static void updating(Bench bench) throws SQLException {
        Rows.fill(bench);
        try (Connection connection = bench.connect()) {
            bench.act("update", () -> {
                ResultSet rows = connection
                        .createStatement(ResultSet.TYPE_SCROLL_SENSITIVE, ResultSet.CONCUR_UPDATABLE)
                        .executeQuery("SELECT id, t FROM fidelity_rows");
                bench.ask("warnings", connection::getWarnings);
                rows.next();
                rows.updateString("t", "updated");
                rows.updateRow();
                bench.ask("updated", rows::rowUpdated);
                rows.next();
                rows.deleteRow();
                rows.moveToInsertRow();
                rows.updateInt(1, 30);
                rows.updateString(2, "inserted");
                rows.insertRow();
                rows.moveToCurrentRow();
                bench.ask("row", rows::getRow);
            });
        }
        try (Connection connection = bench.connect()) {
            print(connection.createStatement().executeQuery(Rows.QUERY));
        }
    }
}
