package legacy.fidelity;

import java.lang.ref.WeakReference;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import legacy.Pause;
import legacy.Session;

/** Objects of one connection that meet another connection, or that nobody holds any more. */
public final class Stale implements Topic {
    @Override
    public void setUp(Bench bench) throws SQLException {
        Rows.make(bench);
        WideTable.make(bench);
    }

    @Override
    public void list(Cases cases) {
        cases.add("savepoint of the lease before", bench -> savepoint(bench, true));
        cases.add("savepoint of another connection", bench -> savepoint(bench, false));
        cases.add("savepoint of the transaction before", Stale::oldSavepoint);
        cases.add("array of the lease before", Stale::array);
        cases.add("large values of the lease before", Stale::largeValues);
        cases.add("metadata of the lease before", Stale::metadata);
        cases.add("rows of a closed statement for an update", Stale::rowsToUpdate);
        cases.add("prepared statement kept in a cache", Stale::statementCache);
        cases.add("statement closed much later", Stale::closedLater);
        cases.add("closed connection collected", bench -> collected(bench, true));
        cases.add("statements collected while the connection is open", Stale::statementsCollected);
        cases.add("lost connection collected", bench -> collected(bench, false), Product.POSTGRES, Product.MARIADB);
    }

    private static void savepoint(Bench bench, boolean closed) throws SQLException {
        Rows.fill(bench);
        Connection connection = bench.connect();
        connection.setAutoCommit(false);
        bench.act("savepoint", () -> {
            Savepoint point = connection.setSavepoint("fidelity_old");
            if (closed) {
                connection.rollback();
                connection.close();
            }
            try (Connection other = bench.connect()) {
                other.setAutoCommit(false);
                Session.run(other, "INSERT INTO fidelity_rows VALUES (70, 'stale')");
                bench.act("rollback", () -> other.rollback(point));
                bench.act("release", () -> other.releaseSavepoint(point));
                bench.ask("name", point::getSavepointName);
                bench.act("rollback all", other::rollback);
                bench.ask("rows", () -> Session.first(other, "SELECT count(*) FROM fidelity_rows"));
                other.rollback();
            }
        });
    }

    private static void oldSavepoint(Bench bench) throws SQLException {
        try (Connection connection = bench.connect()) {
            connection.setAutoCommit(false);
            bench.act("savepoint", () -> {
                Savepoint point = connection.setSavepoint();
                connection.commit();
                bench.act("rollback", () -> connection.rollback(point));
            });
            connection.rollback();
        }
    }

    private static void array(Bench bench) throws SQLException {
        if (bench.product != Product.POSTGRES && bench.product != Product.H2 && bench.product != Product.HSQLDB) {
            return;
        }
        Connection connection = bench.connect();
        Array made = connection.createArrayOf("INTEGER", new Object[] {1, 2});
        ResultSet rows = connection
                .createStatement()
                .executeQuery(bench.product == Product.HSQLDB ? "VALUES (ARRAY[3, 4])" : "SELECT ARRAY[3, 4]");
        rows.next();
        Array read = rows.getArray(1);
        connection.close();
        try (Connection other = bench.connect()) {
            for (Array each : new Array[] {made, read}) {
                bench.ask("base", each::getBaseTypeName);
                bench.ask("elements", each::getArray);
                bench.ask("rows", () -> each.getResultSet().next());
                bench.ask("parameter", () -> {
                    PreparedStatement statement = other.prepareStatement(
                            bench.product == Product.HSQLDB
                                    ? "VALUES (CARDINALITY(CAST(? AS INTEGER ARRAY)))"
                                    : bench.product == Product.H2 ? "SELECT CARDINALITY(?)" : "SELECT cardinality(?)");
                    statement.setArray(1, each);
                    ResultSet answer = statement.executeQuery();
                    answer.next();
                    return answer.getString(1);
                });
                bench.act("free", each::free);
            }
            bench.ask("still works", () -> Session.first(other, bench.product.one()));
        }
    }

    private static void largeValues(Bench bench) throws SQLException {
        Connection connection = bench.connect();
        List<Object> kept = new ArrayList<>();
        bench.act("blob", () -> {
            Blob blob = connection.createBlob();
            blob.setBytes(1, new byte[] {1, 2, 3});
            kept.add(blob);
        });
        bench.act("clob", () -> {
            Clob clob = connection.createClob();
            clob.setString(1, "text");
            kept.add(clob);
        });
        bench.act("close", connection::close);
        Bench.quietly(connection::rollback);
        Bench.quietly(connection::close);
        try (Connection other = bench.connect()) {
            other.setAutoCommit(false);
            for (Object each : kept) {
                boolean isBlob = each instanceof Blob;
                bench.ask("length", () -> isBlob ? ((Blob) each).length() : ((Clob) each).length());
                bench.ask("insert", () -> {
                    PreparedStatement statement = other.prepareStatement(
                            "INSERT INTO fidelity_wide (" + (isBlob ? "bytes" : "text") + ") VALUES (?)");
                    if (isBlob) {
                        statement.setBlob(1, (Blob) each);
                    } else {
                        statement.setClob(1, (Clob) each);
                    }
                    return statement.executeUpdate();
                });
                Bench.quietly(other::rollback);
            }
            bench.ask("still works", () -> Session.first(other, bench.product.one()));
            Bench.quietly(other::rollback);
        }
    }

    private static void metadata(Bench bench) throws SQLException {
        Connection connection = bench.connect();
        DatabaseMetaData metadata = connection.getMetaData();
        bench.ask("open", () -> metadata.getTables(null, null, "nothing", null).next());
        connection.close();
        try (Connection other = bench.connect()) {
            other.setAutoCommit(false);
            bench.ask(
                    "tables",
                    () -> metadata.getTables(null, null, "nothing", null).next());
            bench.ask("product", metadata::getDatabaseProductName);
            bench.ask("keywords", () -> metadata.getSQLKeywords().length() > 0);
            bench.ask("read only", metadata::isReadOnly);
            bench.ask("connection closed", () -> metadata.getConnection().isClosed());
            bench.act("connection's close", () -> metadata.getConnection().close());
            bench.ask("other", () -> Session.first(other, bench.product.one()));
            Bench.quietly(other::rollback);
        }
    }

    private static void rowsToUpdate(Bench bench) throws SQLException {
        Rows.fill(bench);
        bench.act("rows", () -> {
            Connection connection = bench.connect();
            ResultSet rows = connection
                    .createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE)
                    .executeQuery("SELECT id, t FROM fidelity_rows");
            rows.next();
            rows.updateString(2, "stale");
            connection.close();
            try (Connection other = bench.connect()) {
                bench.act("update", rows::updateRow);
                bench.act("delete", rows::deleteRow);
                bench.act("insert", rows::insertRow);
                bench.act("refresh", rows::refreshRow);
                bench.ask("rows", () -> Session.first(other, "SELECT count(*) FROM fidelity_rows WHERE t <> 'stale'"));
            }
        });
    }

    /** What old programs do to save a round trip, and get away with as long as the connection lives. */
    private static void statementCache(Bench bench) throws SQLException {
        PreparedStatement kept = null;
        for (int lease = 0; lease < 3; lease++) {
            try (Connection connection = bench.connect()) {
                if (kept == null) {
                    kept = connection.prepareStatement("SELECT count(*) FROM fidelity_rows WHERE id > ?");
                }
                PreparedStatement statement = kept;
                bench.ask("kept", () -> {
                    statement.setInt(1, 0);
                    return statement.executeQuery().next();
                });
                bench.ask("its connection", () -> statement.getConnection() == connection);
            }
        }
    }

    private static void closedLater(Bench bench) throws SQLException {
        Connection connection = bench.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(Rows.QUERY);
        connection.close();
        try (Connection other = bench.connect();
                Statement working = other.createStatement();
                ResultSet read = working.executeQuery(Rows.QUERY)) {
            read.next();
            bench.act("rows", rows::close);
            bench.act("statement", statement::close);
            bench.ask("other's rows", () -> read.next() + " " + read.getString(2));
            bench.ask("other's statement", () -> working.isClosed() + " " + read.isClosed());
        }
    }

    private static void collected(Bench bench, boolean closed) throws Exception {
        WeakReference<Connection> reference = forgotten(bench, closed);
        bench.say("collected", Pause.until(15_000, () -> {
            System.gc();
            return reference.get() == null;
        }));
        try (Connection next = bench.connect()) {
            bench.ask("next", () -> Session.first(next, bench.product.one()));
        }
    }

    private static WeakReference<Connection> forgotten(Bench bench, boolean closed) throws SQLException {
        Connection connection = bench.account.connect();
        Session.first(connection, bench.product.one());
        if (closed) {
            connection.close();
        }
        return new WeakReference<>(connection);
    }

    private static void statementsCollected(Bench bench) throws Exception {
        if (bench.product == Product.DERBY) {
            return; // its connections refer to their statements
        }
        try (Connection connection = bench.connect()) {
            WeakReference<Statement> reference = closedStatement(connection);
            bench.say("collected", Pause.until(15_000, () -> {
                System.gc();
                return reference.get() == null;
            }));
            bench.ask("still works", () -> Session.first(connection, bench.product.one()));
        }
    }

    private static WeakReference<Statement> closedStatement(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        statement.executeQuery(Rows.QUERY).next();
        statement.close();
        return new WeakReference<>(statement);
    }
}
