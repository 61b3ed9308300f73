package legacy.fidelity;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import legacy.Session;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;
import org.postgresql.core.BaseConnection;
import org.postgresql.fastpath.Fastpath;
import org.postgresql.jdbc.AutoSave;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.largeobject.LargeObject;
import org.postgresql.largeobject.LargeObjectManager;

/** Objects of pgjdbc's that hold the connection itself. */
final class PostgresEscapes {
    private final Cases cases;

    PostgresEscapes(Cases cases) {
        this.cases = cases;
    }

    void list() {
        add("COPY", PostgresEscapes::copy);
        add("COPY manager kept past close", PostgresEscapes::copyKept);
        add("COPY manager made by the program, kept past close", PostgresEscapes::copyMade);
        add("COPY begun, then close", PostgresEscapes::copyBegun);
        add("COPY out begun, then close", PostgresEscapes::copyOutBegun);
        add("large object", PostgresEscapes::largeObject);
        add("large objects' manager kept past close", PostgresEscapes::largeObjectKept);
        add("Fastpath kept past close", PostgresEscapes::fastpathKept);
        add("replication API kept past close", PostgresEscapes::replicationKept);
        add("unwrapped connection kept past close", PostgresEscapes::unwrappedKept);
        add("unwrapped connection closed", PostgresEscapes::unwrappedClosed);
        add("unwrapped statement's connection", PostgresEscapes::unwrappedStatement);
        add("prepare threshold of the connection", bench -> setting(bench, c -> c.setPrepareThreshold(1)));
        add("fetch size of the connection", bench -> setting(bench, c -> c.setDefaultFetchSize(2)));
        add("savepoints by the driver", bench -> setting(bench, c -> c.setAutosave(AutoSave.ALWAYS)));
        add("adaptive fetching", bench -> setting(bench, c -> c.setAdaptiveFetch(true)));
        add("report of server's parameters", PostgresEscapes::parameters);
        add("prepare threshold of a statement", PostgresEscapes::statementThreshold);
    }

    private void add(String name, Cases.Body body) {
        cases.add(name, body, Product.POSTGRES);
    }

    private static CopyManager copyApi(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private static String copiedOut(CopyManager api) throws Exception {
        StringWriter text = new StringWriter();
        long rows = api.copyOut("COPY (SELECT id FROM fidelity_rows ORDER BY id) TO STDOUT", text);
        return rows + ": " + text;
    }

    private static void copy(Bench bench) throws Exception {
        Rows.fill(bench);
        try (Connection connection = bench.connect()) {
            CopyManager api = copyApi(connection);
            bench.say("the same", api == copyApi(connection));
            bench.ask("in", () -> api.copyIn("COPY fidelity_rows FROM STDIN", new StringReader("4\tfour\n5\tfive\n")));
            bench.ask("out", () -> copiedOut(api));
            bench.ask("wrong", () -> api.copyIn("COPY fidelity_rows FROM STDIN", new StringReader("x\ty\n")));
            bench.ask("out again", () -> copiedOut(api));
            bench.ask("query", () -> Session.first(connection, "SELECT count(*) FROM fidelity_rows"));
        }
    }

    private static void copyKept(Bench bench) throws Exception {
        Connection connection = bench.connect();
        CopyManager api = copyApi(connection);
        bench.ask("open", () -> copiedOut(api));
        connection.close();
        usedBeside(bench, "copy", () -> copiedOut(api));
    }

    private static void copyMade(Bench bench) throws Exception {
        Connection connection = bench.connect();
        CopyManager api = new CopyManager((BaseConnection) connection);
        bench.ask("open", () -> copiedOut(api));
        connection.close();
        usedBeside(bench, "copy", () -> copiedOut(api));
    }

    private static void copyBegun(Bench bench) throws Exception {
        Connection connection = bench.connect();
        CopyIn in = copyApi(connection).copyIn("COPY fidelity_rows FROM STDIN");
        byte[] row = "66\tlost\n".getBytes(StandardCharsets.UTF_8);
        in.writeToCopy(row, 0, row.length);
        bench.act("close", connection::close);
        usedBeside(bench, "end", in::endCopy);
        try (Connection next = bench.connect()) {
            bench.ask("rows", () -> Session.first(next, "SELECT count(*) FROM fidelity_rows WHERE id = 66"));
        }
    }

    private static void copyOutBegun(Bench bench) throws Exception {
        Connection connection = bench.connect();
        CopyOut out = copyApi(connection).copyOut("COPY (SELECT generate_series(1, 100000)) TO STDOUT");
        bench.say("first", new String(out.readFromCopy(), StandardCharsets.UTF_8));
        bench.act("close", connection::close);
        usedBeside(bench, "read", out::readFromCopy);
    }

    private static void largeObject(Bench bench) throws Exception {
        try (Connection connection = bench.connect()) {
            connection.setAutoCommit(false);
            LargeObjectManager manager = connection.unwrap(PGConnection.class).getLargeObjectAPI();
            long oid = manager.createLO();
            LargeObject object = manager.open(oid);
            object.write("content".getBytes(StandardCharsets.UTF_8));
            object.seek(0);
            bench.ask("read", () -> new String(object.read(3), StandardCharsets.UTF_8));
            bench.ask("size", object::size);
            object.close();
            manager.delete(oid);
            connection.commit();
        }
    }

    private static void largeObjectKept(Bench bench) throws Exception {
        Connection connection = bench.connect();
        connection.setAutoCommit(false);
        LargeObjectManager manager = connection.unwrap(PGConnection.class).getLargeObjectAPI();
        LargeObject object = manager.open(manager.createLO());
        connection.close();
        usedBeside(bench, "write", () -> {
            object.write(new byte[] {1, 2, 3});
            return "written";
        });
        usedBeside(bench, "create", () -> manager.createLO() > 0);
        usedBeside(bench, "close", () -> {
            object.close();
            return "closed";
        });
    }

    @SuppressWarnings("deprecation")
    private static void fastpathKept(Bench bench) throws Exception {
        Connection connection = bench.connect();
        Fastpath fastpath = connection.unwrap(PGConnection.class).getFastpathAPI();
        fastpath.addFunction("fidelity_version", 89);
        bench.ask(
                "open",
                () -> fastpath.fastpath("fidelity_version", new org.postgresql.fastpath.FastpathArg[0]).length > 0);
        connection.close();
        usedBeside(bench, "call", () -> fastpath.fastpath(89, new org.postgresql.fastpath.FastpathArg[0]).length);
        try (Connection next = bench.connect()) {
            Fastpath another = next.unwrap(PGConnection.class).getFastpathAPI();
            bench.ask("function of the other", () -> another.getID("fidelity_version"));
        }
    }

    private static void replicationKept(Bench bench) throws Exception {
        Connection connection = bench.connect();
        org.postgresql.replication.PGReplicationConnection api =
                connection.unwrap(PGConnection.class).getReplicationAPI();
        connection.close();
        usedBeside(bench, "slot", () -> {
            api.dropReplicationSlot("fidelity_unknown");
            return "dropped";
        });
    }

    private static void unwrappedKept(Bench bench) throws Exception {
        Connection connection = bench.connect();
        PgConnection unwrapped = connection.unwrap(PgConnection.class);
        PGConnection byInterface = connection.unwrap(PGConnection.class);
        connection.close();
        bench.say("closed", unwrapped.isClosed());
        usedBeside(bench, "statement", unwrapped::createStatement);
        usedBeside(bench, "sql", () -> {
            unwrapped.execSQLUpdate("DELETE FROM fidelity_rows");
            return "deleted";
        });
        usedBeside(bench, "process", () -> byInterface.getBackendPID() > 0);
        usedBeside(bench, "notifications", byInterface::getNotifications);
        usedBeside(bench, "escape", () -> byInterface.escapeLiteral("it's"));
        usedBeside(bench, "parameters", () -> byInterface.getParameterStatus("client_encoding"));
        usedBeside(bench, "state", unwrapped::getTransactionState);
        usedBeside(bench, "cancel", () -> {
            unwrapped.cancelQuery();
            return "cancelled";
        });
    }

    private static void unwrappedClosed(Bench bench) throws Exception {
        Connection connection = bench.connect();
        PgConnection unwrapped = connection.unwrap(PgConnection.class);
        unwrapped.close();
        bench.say("closed", connection.isClosed());
        bench.ask("statement", connection::createStatement);
        bench.act("close", connection::close);
        usedBeside(bench, "statement", unwrapped::createStatement);
    }

    private static void unwrappedStatement(Bench bench) throws Exception {
        Connection connection = bench.connect();
        Statement statement = connection.createStatement();
        org.postgresql.jdbc.PgStatement unwrapped = statement.unwrap(org.postgresql.jdbc.PgStatement.class);
        bench.say("the same", unwrapped.getConnection() == connection);
        bench.say("a PGConnection", unwrapped.getPGConnection() == connection);
        connection.close();
        usedBeside(bench, "query", () -> unwrapped.executeQuery("SELECT 1"));
    }

    private interface Setting {
        void on(PGConnection connection) throws SQLException;
    }

    private static void setting(Bench bench, Setting setting) throws SQLException {
        try (Connection connection = bench.connect()) {
            setting.on(connection.unwrap(PGConnection.class));
        }
        try (Connection next = bench.connect();
                Connection other = bench.connect()) {
            for (Connection each : new Connection[] {next, other}) {
                PGConnection vendor = each.unwrap(PGConnection.class);
                bench.say(
                        "settings",
                        vendor.getPrepareThreshold() + " " + vendor.getDefaultFetchSize() + " " + vendor.getAutosave()
                                + " " + vendor.getPreferQueryMode() + " " + vendor.getAdaptiveFetch());
                try (Statement statement = each.createStatement()) {
                    bench.say("fetch size", statement.getFetchSize());
                }
            }
        }
    }

    private static void parameters(Bench bench) throws SQLException {
        try (Connection connection = bench.connect()) {
            Session.run(connection, "SET application_name = 'fidelity'");
            bench.say("name", connection.unwrap(PGConnection.class).getParameterStatus("application_name"));
        }
        try (Connection next = bench.connect()) {
            PGConnection vendor = next.unwrap(PGConnection.class);
            bench.say("name", vendor.getParameterStatus("application_name"));
            bench.say("all", vendor.getParameterStatuses().keySet());
            bench.say("client info", next.getClientInfo("ApplicationName"));
        }
    }

    private static void statementThreshold(Bench bench) throws SQLException {
        for (int lease = 0; lease < 2; lease++) {
            try (Connection connection = bench.connect();
                    PreparedStatement statement = connection.prepareStatement("SELECT t FROM fidelity_rows")) {
                org.postgresql.PGStatement vendor = statement.unwrap(org.postgresql.PGStatement.class);
                bench.say("threshold", vendor.getPrepareThreshold());
                vendor.setPrepareThreshold(1);
                for (int i = 0; i < 3; i++) {
                    statement.executeQuery().close();
                    bench.say("prepared at the server", vendor.isUseServerPrepare());
                }
            }
        }
    }

    /** Does something while another lease, which may have the same session, is in a transaction. */
    static void usedBeside(Bench bench, String what, java.util.concurrent.Callable<?> body) throws SQLException {
        try (Connection other = bench.connect()) {
            other.setAutoCommit(false);
            Session.run(other, "INSERT INTO fidelity_rows VALUES (88, 'other')");
            bench.ask(what, body);
            bench.ask("the other", () -> Session.first(other, "SELECT count(*) FROM fidelity_rows WHERE id = 88"));
            bench.ask("the other's state", () -> other.isClosed() + " " + other.getAutoCommit());
            other.rollback();
        }
    }
}
