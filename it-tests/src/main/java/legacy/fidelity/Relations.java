package legacy.fidelity;

import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.rowset.CachedRowSet;
import javax.sql.rowset.JdbcRowSet;
import javax.sql.rowset.RowSetProvider;
import legacy.Session;

/** What the objects that a program gets lead to: each other, and nothing else. */
final class Relations {
    private Relations() {}

    static void list(Cases cases) {
        cases.add("from statements to their connection", Relations::statements);
        cases.add("from rows to their statement", Relations::rows);
        cases.add("from generated keys to their statement", Relations::generatedKeys);
        cases.add("from metadata to its connection", Relations::metadata);
        cases.add("from rows of metadata to anything", Relations::metadataRows);
        cases.add(
                "from an array to its rows",
                Relations::array,
                EnumSet.complementOf(EnumSet.of(Product.POSTGRES)).toArray(new Product[0])); // the README names it
        cases.add("the same again and again", Relations::sameAgain);
        cases.add("different leases", Relations::leases);
        cases.add("row set with a copy", Relations::cachedRowSet);
        cases.add("row set on the connection", Relations::jdbcRowSet);
    }

    private static void statements(Bench bench) throws SQLException {
        try (Connection connection = bench.connect()) {
            bench.say("statement", connection.createStatement().getConnection() == connection);
            bench.ask(
                    "scrollable",
                    () -> connection
                                    .createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)
                                    .getConnection()
                            == connection);
            bench.ask(
                    "with holdability",
                    () -> connection
                                    .createStatement(
                                            ResultSet.TYPE_FORWARD_ONLY,
                                            ResultSet.CONCUR_READ_ONLY,
                                            connection.getHoldability())
                                    .getConnection()
                            == connection);
            bench.say("prepared", connection.prepareStatement(Rows.QUERY).getConnection() == connection);
            bench.ask(
                    "with keys",
                    () -> connection
                                    .prepareStatement("DELETE FROM fidelity_rows", Statement.RETURN_GENERATED_KEYS)
                                    .getConnection()
                            == connection);
            bench.ask(
                    "callable",
                    () -> ((CallableStatement) Subject.CALLABLE.from(connection, bench.product)).getConnection()
                            == connection);
            bench.ask(
                    "through the connection",
                    () -> connection
                                    .createStatement()
                                    .getConnection()
                                    .createStatement()
                                    .getConnection()
                            == connection);
        }
    }

    private static void rows(Bench bench) throws SQLException {
        try (Connection connection = bench.connect()) {
            Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery(Rows.QUERY);
            bench.say("rows", rows.getStatement() == statement);
            bench.ask("of the statement", () -> statement.getResultSet() == rows);
            bench.say("connection", rows.getStatement().getConnection() == connection);
            PreparedStatement prepared = connection.prepareStatement(Rows.QUERY);
            ResultSet others = prepared.executeQuery();
            bench.say("prepared", others.getStatement() == prepared);
            bench.say("executed", prepared.execute());
            ResultSet got = prepared.getResultSet();
            bench.say("got", got.getStatement() == prepared);
            bench.ask("got again", () -> prepared.getResultSet() == got);
            bench.ask("callable", () -> {
                CallableStatement callable = (CallableStatement) Subject.CALLABLE.from(connection, bench.product);
                callable.execute();
                ResultSet none = callable.getResultSet();
                return none == null ? "no rows" : none.getStatement() == callable;
            });
        }
    }

    private static void generatedKeys(Bench bench) throws SQLException {
        try (Connection connection = bench.connect();
                Statement statement = connection.createStatement()) {
            bench.act(
                    "insert",
                    () -> statement.executeUpdate(
                            "INSERT INTO fidelity_rows VALUES (21, 'key')", Statement.RETURN_GENERATED_KEYS));
            bench.ask("keys' statement", () -> {
                ResultSet keys = statement.getGeneratedKeys();
                Statement of = keys.getStatement();
                return of == null ? "none" : (of == statement) + " " + (of.getConnection() == connection);
            });
            bench.ask("next", () -> statement.getGeneratedKeys().next());
        }
        bench.run("DELETE FROM fidelity_rows WHERE id = 21");
    }

    private static void metadata(Bench bench) throws SQLException {
        try (Connection connection = bench.connect()) {
            DatabaseMetaData metadata = connection.getMetaData();
            bench.say("connection", metadata.getConnection() == connection);
            bench.ask("URL", () -> metadata.getURL().equals(bench.account.url));
            bench.ask("user", metadata::getUserName);
            bench.ask("driver", () -> metadata.getDriverName() + " " + metadata.getDriverVersion());
            bench.ask("JDBC", () -> metadata.getJDBCMajorVersion() + "." + metadata.getJDBCMinorVersion());
        }
    }

    private static void metadataRows(Bench bench) throws SQLException {
        try (Connection connection = bench.connect()) {
            DatabaseMetaData metadata = connection.getMetaData();
            ask(bench, connection, "tables", () -> metadata.getTables(null, null, "nothing", null));
            ask(bench, connection, "types", metadata::getTypeInfo);
            ask(bench, connection, "table types", metadata::getTableTypes);
            ask(bench, connection, "schemas", metadata::getSchemas);
            ask(bench, connection, "keys", () -> metadata.getPrimaryKeys(null, null, "fidelity_rows"));
        }
    }

    private interface Query {
        ResultSet rows() throws SQLException;
    }

    private static void ask(Bench bench, Connection connection, String what, Query query) {
        bench.ask(what, () -> {
            try (ResultSet rows = query.rows()) {
                Statement statement = rows.getStatement();
                if (statement == null) {
                    return "no statement";
                }
                return (statement.getConnection() == connection) + " closed " + statement.isClosed();
            }
        });
    }

    private static void array(Bench bench) throws SQLException {
        String query = bench.product == Product.POSTGRES
                ? "SELECT ARRAY[1, 2]"
                : bench.product == Product.H2 ? "SELECT ARRAY[1, 2]" : "VALUES (ARRAY[1, 2])";
        try (Connection connection = bench.connect();
                Statement statement = connection.createStatement()) {
            bench.ask("array", () -> {
                ResultSet rows = statement.executeQuery(query);
                rows.next();
                Array array = rows.getArray(1);
                ResultSet elements = array.getResultSet();
                Statement of = elements.getStatement();
                elements.next();
                return elements.getObject(2) + " "
                        + (of == null ? "no statement" : "" + (of.getConnection() == connection));
            });
        }
    }

    @SuppressWarnings({"ReferenceEquality", "IdentityBinaryExpression"}) // whether two calls give the same object
    private static void sameAgain(Bench bench) throws SQLException {
        try (Connection connection = bench.connect()) {
            again(bench, "metadata", connection::getMetaData);
            again(bench, "types", connection::getTypeMap);
            again(bench, "info", connection::getClientInfo);
            again(bench, "statement", connection::createStatement);
            PreparedStatement statement = connection.prepareStatement(Rows.QUERY);
            bench.ask("prepared", () -> statement == connection.prepareStatement(Rows.QUERY));
            ResultSet rows = statement.executeQuery();
            again(bench, "rows' metadata", rows::getMetaData);
        }
    }

    private static void again(Bench bench, String what, Callable<?> question) {
        bench.ask(what, () -> {
            Object first = question.call();
            Object second = question.call();
            return first == null ? "null" : (first == second) + ", equal " + first.equals(second);
        });
    }

    private static void leases(Bench bench) throws SQLException {
        Set<Connection> seen = new HashSet<>();
        Set<Statement> statements = new HashSet<>();
        for (int lease = 0; lease < 5; lease++) {
            try (Connection connection = bench.connect()) {
                bench.say("new", seen.add(connection));
                bench.say("new statement", statements.add(connection.createStatement()));
            }
        }
        bench.say("connections", seen.size());
        for (Connection each : seen) {
            bench.say("closed", each.isClosed());
        }
    }

    private static void cachedRowSet(Bench bench) throws SQLException {
        Rows.fill(bench);
        try (Connection connection = bench.connect();
                Statement statement = connection.createStatement();
                CachedRowSet copy = RowSetProvider.newFactory().createCachedRowSet();
                CachedRowSet own = RowSetProvider.newFactory().createCachedRowSet()) {
            copy.populate(statement.executeQuery(Rows.QUERY));
            own.setCommand(Rows.QUERY);
            bench.act("execute", () -> own.execute(connection));
            for (CachedRowSet each : new CachedRowSet[] {copy, own}) {
                while (each.next()) {
                    System.out.println(each.getInt(1) + " " + each.getString(2));
                }
            }
            bench.ask("connection", () -> Session.first(connection, bench.product.one()));
        }
    }

    private static void jdbcRowSet(Bench bench) throws SQLException {
        Rows.fill(bench);
        try (JdbcRowSet rows = RowSetProvider.newFactory().createJdbcRowSet()) {
            rows.setUrl(bench.account.url);
            rows.setUsername(bench.account.user);
            rows.setPassword(bench.account.password);
            rows.setCommand("SELECT id, t FROM fidelity_rows");
            bench.act("execute", rows::execute);
            bench.ask("next", rows::next);
            bench.ask("value", () -> rows.getString(2));
            bench.act("update", () -> {
                rows.updateString(2, "changed");
                rows.updateRow();
            });
            bench.ask("last", rows::last);
            bench.ask("row", rows::getRow);
        }
        try (Connection connection = bench.connect()) {
            bench.ask(
                    "changed",
                    () -> Session.first(connection, "SELECT count(*) FROM fidelity_rows WHERE t = 'changed'"));
        }
    }
}
