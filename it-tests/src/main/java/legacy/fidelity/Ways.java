package legacy.fidelity;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import legacy.Session;

/** All ways to bring a statement to the server: each changes the session, and the next lease must not see it. */
public final class Ways implements Topic {
    /** A way. */
    interface Way {
        void run(Connection connection, String sql) throws Exception;
    }

    @Override
    public void setUp(Bench bench) throws SQLException {
        Rows.make(bench);
    }

    @Override
    public void list(Cases cases) {
        way(cases, "execute", (connection, sql) -> connection.createStatement().execute(sql));
        way(
                cases,
                "executeUpdate",
                (connection, sql) -> connection.createStatement().executeUpdate(sql));
        way(
                cases,
                "executeLargeUpdate",
                (connection, sql) -> connection.createStatement().executeLargeUpdate(sql));
        way(
                cases,
                "executeQuery",
                (connection, sql) -> connection.createStatement().executeQuery(sql));
        way(
                cases,
                "execute with keys",
                (connection, sql) -> connection.createStatement().execute(sql, Statement.RETURN_GENERATED_KEYS));
        way(
                cases,
                "execute with names",
                (connection, sql) -> connection.createStatement().execute(sql, new String[] {"id"}));
        way(
                cases,
                "executeUpdate with indexes",
                (connection, sql) -> connection.createStatement().executeUpdate(sql, new int[] {1}));
        way(
                cases,
                "scrollable statement",
                (connection, sql) -> connection
                        .createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE)
                        .execute(sql));
        way(cases, "batch", (connection, sql) -> {
            Statement statement = connection.createStatement();
            statement.addBatch("UPDATE fidelity_rows SET t = t");
            statement.addBatch(sql);
            statement.executeBatch();
        });
        way(cases, "large batch", (connection, sql) -> {
            Statement statement = connection.createStatement();
            statement.addBatch(sql);
            statement.executeLargeBatch();
        });
        way(
                cases,
                "prepared, execute",
                (connection, sql) -> connection.prepareStatement(sql).execute());
        way(
                cases,
                "prepared, executeUpdate",
                (connection, sql) -> connection.prepareStatement(sql).executeUpdate());
        way(
                cases,
                "prepared, executeLargeUpdate",
                (connection, sql) -> connection.prepareStatement(sql).executeLargeUpdate());
        way(
                cases,
                "prepared, executeQuery",
                (connection, sql) -> connection.prepareStatement(sql).executeQuery());
        way(cases, "prepared, batch", (connection, sql) -> {
            PreparedStatement statement = connection.prepareStatement(sql);
            statement.addBatch();
            statement.executeBatch();
        });
        way(
                cases,
                "prepared with keys",
                (connection, sql) -> connection
                        .prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)
                        .execute());
        way(
                cases,
                "prepared with names",
                (connection, sql) ->
                        connection.prepareStatement(sql, new String[] {"id"}).execute());
        way(
                cases,
                "prepared, scrollable",
                (connection, sql) -> connection
                        .prepareStatement(sql, ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)
                        .execute());
        way(
                cases,
                "prepared, with holdability",
                (connection, sql) -> connection
                        .prepareStatement(
                                sql,
                                ResultSet.TYPE_FORWARD_ONLY,
                                ResultSet.CONCUR_READ_ONLY,
                                ResultSet.CLOSE_CURSORS_AT_COMMIT)
                        .execute());
        way(cases, "called", (connection, sql) -> connection.prepareCall(sql).execute());
        way(cases, "called, batch", (connection, sql) -> {
            CallableStatement statement = connection.prepareCall(sql);
            statement.addBatch();
            statement.executeBatch();
        });
        way(cases, "in a transaction, committed", (connection, sql) -> {
            connection.setAutoCommit(false);
            connection.createStatement().execute(sql);
            connection.commit();
        });
        way(cases, "in a transaction, not committed", (connection, sql) -> {
            connection.setAutoCommit(false);
            connection.createStatement().execute(sql);
        });
        way(
                cases,
                "through the statement's connection",
                (connection, sql) -> connection
                        .createStatement()
                        .getConnection()
                        .createStatement()
                        .execute(sql));
        way(
                cases,
                "through the metadata's connection",
                (connection, sql) -> connection
                        .getMetaData()
                        .getConnection()
                        .createStatement()
                        .execute(sql));
        way(
                cases,
                "through the rows' statement",
                (connection, sql) -> connection
                        .createStatement()
                        .executeQuery(Rows.QUERY)
                        .getStatement()
                        .execute(sql));
        way(cases, "through the statement of metadata's rows", (connection, sql) -> {
            Statement statement = connection.getMetaData().getTableTypes().getStatement();
            (statement == null ? connection.createStatement() : statement).execute(sql);
        });
        way(
                cases,
                "unwrapped statement",
                (connection, sql) ->
                        connection.createStatement().unwrap(Statement.class).execute(sql));
        way(
                cases,
                "by reflection",
                (connection, sql) ->
                        Statement.class.getMethod("execute", String.class).invoke(connection.createStatement(), sql));
        way(cases, "with a parameter", (connection, sql) -> {
            Product product = Product.of(connection.getMetaData().getURL());
            if (product == Product.POSTGRES) {
                PreparedStatement statement = connection.prepareStatement("SELECT set_config(?, ?, false)");
                statement.setString(1, "work_mem");
                statement.setString(2, "44MB");
                statement.execute();
            } else {
                PreparedStatement statement = connection.prepareStatement(sql.replace("44", "?"));
                statement.setInt(1, 44);
                statement.execute();
            }
        });
        if (cases.product() == Product.POSTGRES) {
            PostgresWays.list(cases);
        }
        if (cases.product() == Product.MYSQL) {
            ConnectorJWays.list(cases);
        }
    }

    static void way(Cases cases, String name, Way way) {
        cases.add(name, bench -> {
            Connection connection = bench.connect();
            bench.act("change", () -> way.run(connection, change(bench.product)));
            bench.ask("changed", () -> Session.first(connection, question(bench.product)));
            bench.act("close", connection::close);
            Bench.quietly(connection::rollback);
            Bench.quietly(connection::close);
            try (Connection next = bench.connect();
                    Connection other = bench.connect()) {
                bench.ask("next", () -> Session.first(next, question(bench.product)));
                bench.ask("other", () -> Session.first(other, question(bench.product)));
            }
        });
    }

    private static String change(Product product) {
        switch (product) {
            case POSTGRES:
                return "SET work_mem = '44MB'";
            case MARIADB:
            case MYSQL:
                return "SET @fidelity_way = 44";
            case H2:
                return "SET @FIDELITY_WAY = 44";
            case HSQLDB:
                return "SET SCHEMA INFORMATION_SCHEMA";
            case DERBY:
                return "SET SCHEMA SYS";
            default:
                return "PRAGMA cache_size = 44";
        }
    }

    private static String question(Product product) {
        switch (product) {
            case POSTGRES:
                return "SHOW work_mem";
            case MARIADB:
            case MYSQL:
                return "SELECT @fidelity_way";
            case H2:
                return "SELECT @FIDELITY_WAY";
            case HSQLDB:
                return "VALUES (CURRENT_SCHEMA)";
            case DERBY:
                return "VALUES CURRENT SCHEMA";
            default:
                return "PRAGMA cache_size";
        }
    }
}
