package legacy.fidelity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import legacy.Session;

/** What SQL leaves in a session of the server's: the cases are those of a {@link Script} for each product. */
public final class ServerSession implements Topic {
    private final Map<Product, Script> scripts = new EnumMap<>(Product.class);

    /** A topic. */
    public ServerSession() {
        for (Product each : Product.values()) {
            scripts.put(each, Script.of(each));
        }
    }

    @Override
    public void setUp(Bench bench) throws SQLException {
        for (Script.Line line : scripts.get(bench.product).setup) {
            Bench.quietly(() -> {
                try (Connection connection =
                        line.verb.startsWith("admin") ? bench.administrator.connect() : bench.account.connect()) {
                    Session.run(connection, line.text);
                }
            });
        }
    }

    @Override
    public void list(Cases cases) {
        scripts.forEach((product, script) -> script.cases.forEach((title, lines) -> {
            if (title.verb.equals("case reused")) {
                cases.reusing(title.text, bench -> new Lease(bench).play(lines), product);
            } else {
                cases.add(title.text, bench -> new Lease(bench).play(lines), product);
            }
        }));
    }

    /** One case at work. */
    private static final class Lease {
        private final Bench bench;
        private Connection connection;

        Lease(Bench bench) {
            this.bench = bench;
        }

        void play(List<Script.Line> lines) throws SQLException {
            begin();
            for (Script.Line line : lines) {
                String what = line.text.isEmpty() ? line.verb : line.verb + " " + line.text;
                switch (line.verb) {
                    case "probe":
                        end();
                        probe(line.text);
                        break;
                    case "lease":
                        end();
                        begin();
                        break;
                    case "elsewhere":
                        bench.ask(what, () -> {
                            try (Connection other = bench.administrator.connect()) {
                                return execute(other, line);
                            }
                        });
                        break;
                    default:
                        bench.ask(what, () -> execute(connection, line));
                }
            }
            end();
        }

        private void begin() throws SQLException {
            connection = bench.connect();
            bench.meet(connection);
        }

        /** A driver may refuse to close inside a transaction. */
        private void end() {
            if (connection != null) {
                String outcome = Bench.answer(() -> {
                    connection.close();
                    return "closed";
                });
                if (!outcome.equals("closed")) {
                    System.out.println("close: " + outcome);
                    Bench.quietly(connection::rollback);
                    Bench.quietly(connection::close);
                }
            }
            connection = null;
        }

        private void probe(String sql) throws SQLException {
            try (Connection one = bench.account.connect();
                    Connection other = bench.account.connect()) {
                System.out.println("probe " + sql + ": " + Bench.answer(() -> answer(one, sql)) + ", "
                        + Bench.answer(() -> answer(other, sql)));
                bench.meet(one);
                bench.meet(other);
            }
        }
    }

    private static String answer(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return statement.getUpdateCount() + " rows changed";
            }
            ResultSet rows = statement.getResultSet();
            return rows.next() ? rows.getString(1) : "no rows";
        }
    }

    private static Object execute(Connection connection, Script.Line line) throws SQLException {
        switch (line.verb) {
            case "do":
            case "elsewhere":
                try (Statement statement = connection.createStatement()) {
                    return outcome(statement, statement.execute(line.text));
                }
            case "prepared":
                try (PreparedStatement statement = connection.prepareStatement(line.text)) {
                    return outcome(statement, statement.execute());
                }
            case "call":
                try (PreparedStatement statement = connection.prepareCall(line.text)) {
                    return outcome(statement, statement.execute());
                }
            case "batch":
                try (Statement statement = connection.createStatement()) {
                    statement.addBatch(line.text);
                    return statement.executeBatch();
                }
            case "autocommit off":
                connection.setAutoCommit(false);
                return "off";
            case "commit":
                connection.commit();
                return "done";
            case "rollback":
                connection.rollback();
                return "done";
            default:
                throw new IllegalArgumentException("no such verb: " + line.verb);
        }
    }

    private static Object outcome(Statement statement, boolean isQuery) throws SQLException {
        if (!isQuery) {
            return statement.getUpdateCount() + " rows changed";
        }
        return statement.getResultSet().next() ? "rows" : "no rows";
    }
}
