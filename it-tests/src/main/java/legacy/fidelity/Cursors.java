package legacy.fidelity;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import legacy.Session;

/** Rows inside of rows, rows out of functions, and routines that use the caller's connection. */
public final class Cursors implements Topic {
    @Override
    public void setUp(Bench bench) throws SQLException {
        Rows.make(bench);
    }

    @Override
    public void list(Cases cases) {
        cases.add("cursor out of a function", Cursors::refCursor, Product.POSTGRES);
        cases.add("cursor in a column", Cursors::cursorColumn, Product.POSTGRES);
        cases.add(
                "array in a column",
                Cursors::arrayColumn,
                Product.H2,
                Product.HSQLDB); // PostgreSQL: the README names it
        cases.add("several results of a procedure", Cursors::procedure, Product.MARIADB, Product.MYSQL);
        cases.add("output of a procedure", Cursors::output, Product.MARIADB, Product.MYSQL);
        cases.add("routine in Java with the caller's connection", Cursors::routine, Product.DERBY, Product.HSQLDB);
        cases.add("function in Java that gets a connection", Cursors::h2Function, Product.H2);
    }

    private static void rows(Bench bench, Connection connection, ResultSet rows) throws SQLException {
        Statement statement = rows.getStatement();
        bench.say("statement", statement == null ? "none" : statement.getConnection() == connection);
        bench.ask("metadata", () -> rows.getMetaData().getColumnCount());
        bench.ask("next", rows::next);
        bench.ask("value", () -> rows.getString(1));
    }

    private static void refCursor(Bench bench) throws SQLException {
        bench.run(
                "CREATE OR REPLACE FUNCTION fidelity_cursor() RETURNS refcursor LANGUAGE plpgsql AS"
                        + " $$ DECLARE c refcursor; BEGIN OPEN c FOR SELECT t FROM fidelity_rows ORDER BY id; RETURN c; END $$");
        for (int lease = 0; lease < 2; lease++) {
            try (Connection connection = bench.connect()) {
                connection.setAutoCommit(false);
                CallableStatement statement = connection.prepareCall("{? = call fidelity_cursor()}");
                statement.registerOutParameter(1, Types.REF_CURSOR);
                statement.execute();
                ResultSet rows = (ResultSet) statement.getObject(1);
                rows(bench, connection, rows);
                bench.say("the same", statement.getObject(1) == rows);
                bench.ask("typed", () -> statement.getObject(1, ResultSet.class).next());
                connection.rollback();
                bench.ask("after the transaction", rows::next);
            }
        }
    }

    private static void cursorColumn(Bench bench) throws SQLException {
        try (Connection connection = bench.connect()) {
            connection.setAutoCommit(false);
            Session.run(connection, "DECLARE fidelity_column CURSOR FOR SELECT t FROM fidelity_rows");
            ResultSet outer = connection.createStatement().executeQuery("SELECT 'fidelity_column'::refcursor");
            outer.next();
            bench.act("object", () -> rows(bench, connection, (ResultSet) outer.getObject(1)));
            connection.rollback();
        }
    }

    private static void arrayColumn(Bench bench) throws SQLException {
        Connection connection = bench.connect();
        ResultSet outer = connection
                .createStatement()
                .executeQuery(bench.product == Product.HSQLDB ? "VALUES (ARRAY['a', 'b'])" : "SELECT ARRAY['a', 'b']");
        outer.next();
        ResultSet elements = outer.getArray(1).getResultSet();
        rows(bench, connection, elements);
        bench.ask("object", () -> outer.getObject(1) instanceof java.sql.Array);
        connection.close();
        bench.ask("after close", elements::next);
        // It may lead to the connection itself, which is closed, or another's by now.
        bench.ask("its connection closed", () -> {
            Statement of = elements.getStatement();
            return of == null ? "no statement" : of.getConnection().isClosed();
        });
        bench.ask("its connection used", () -> {
            Statement of = elements.getStatement();
            return of == null ? "no statement" : of.getConnection().createStatement();
        });
    }

    private static void procedure(Bench bench) throws SQLException {
        bench.run("CREATE OR REPLACE PROCEDURE fidelity_several() BEGIN SELECT 1; SELECT t FROM fidelity_rows; END");
        try (Connection connection = bench.connect();
                CallableStatement statement = connection.prepareCall("{call fidelity_several()}")) {
            boolean isRows = statement.execute();
            while (isRows) {
                ResultSet rows = statement.getResultSet();
                bench.say("statement", rows.getStatement() == statement);
                rows.next();
                bench.say("value", rows.getString(1));
                isRows = statement.getMoreResults();
            }
            bench.say("count", statement.getUpdateCount());
        }
        try (Connection next = bench.connect()) {
            bench.ask("next", () -> Session.first(next, "SELECT 1"));
        }
    }

    private static void output(Bench bench) throws SQLException {
        bench.run("CREATE OR REPLACE PROCEDURE fidelity_output(IN a INT, INOUT b INT, OUT c VARCHAR(9))"
                + " BEGIN SET b = a + b; SET c = 'out'; END");
        for (int lease = 0; lease < 2; lease++) {
            try (Connection connection = bench.connect();
                    CallableStatement statement = connection.prepareCall("{call fidelity_output(?, ?, ?)}")) {
                statement.setInt(1, 3);
                statement.setInt(2, 4);
                statement.registerOutParameter(2, Types.INTEGER);
                statement.registerOutParameter(3, Types.VARCHAR);
                statement.execute();
                bench.ask("number", () -> statement.getInt(2));
                bench.ask("text", () -> statement.getString("c"));
            }
        }
    }

    /** Called by the database, in the middle of the caller's statement. */
    public static int count() throws SQLException {
        try (Connection connection = java.sql.DriverManager.getConnection("jdbc:default:connection")) {
            return Integer.parseInt(Session.first(connection, "SELECT count(*) FROM fidelity_rows"));
        }
    }

    private static void routine(Bench bench) throws SQLException {
        if (bench.account.url.contains("//")) {
            return; // the server does not know this class
        }
        String name = Cursors.class.getName() + ".count";
        Bench.quietly(() -> bench.run(
                bench.product == Product.DERBY
                        ? "CREATE FUNCTION fidelity_count() RETURNS INT LANGUAGE JAVA PARAMETER STYLE JAVA"
                                + " READS SQL DATA EXTERNAL NAME '" + name + "'"
                        : "CREATE FUNCTION fidelity_count() RETURNS INT LANGUAGE JAVA PARAMETER STYLE JAVA"
                                + " READS SQL DATA EXTERNAL NAME 'CLASSPATH:" + name + "'"));
        Rows.fill(bench);
        for (int lease = 0; lease < 3; lease++) {
            try (Connection connection = bench.connect()) {
                connection.setAutoCommit(false);
                Session.run(connection, "INSERT INTO fidelity_rows VALUES (80, 'seen inside')");
                bench.ask("rows", () -> Session.first(connection, "VALUES (fidelity_count())"));
                connection.rollback();
            }
        }
        bench.ask("outside", Cursors::count);
    }

    private static void h2Function(Bench bench) throws SQLException {
        bench.run("CREATE ALIAS IF NOT EXISTS fidelity_inside AS 'int inside(java.sql.Connection c) throws Exception {"
                + " java.sql.ResultSet rows = c.createStatement().executeQuery(\"SELECT count(*) FROM fidelity_rows\");"
                + " rows.next(); return rows.getInt(1); }'");
        Rows.fill(bench);
        for (int lease = 0; lease < 3; lease++) {
            try (Connection connection = bench.connect()) {
                connection.setAutoCommit(false);
                Session.run(connection, "INSERT INTO fidelity_rows VALUES (80, 'seen inside')");
                bench.ask("rows", () -> Session.first(connection, "SELECT fidelity_inside()"));
                connection.rollback();
            }
        }
    }
}
