package legacy.fidelity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import legacy.Session;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;
import org.postgresql.util.PGobject;

/** What pgjdbc remembers of types and plans. */
final class PostgresTypes {
    private final Cases cases;

    PostgresTypes(Cases cases) {
        this.cases = cases;
    }

    /** A type of the program's own; pgjdbc makes its instances. */
    public static final class Money extends PGobject {
        private static final long serialVersionUID = 1;
    }

    void list() {
        add("type of the program's own", PostgresTypes::ownType);
        add("type looked for in vain, then made elsewhere", bench -> madeLater(bench, true));
        add("type looked for in vain, then made by another lease", bench -> madeLater(bench, false));
        add("type dropped and made again", PostgresTypes::madeAgain);
        add("array of a type that was made later", PostgresTypes::arrayMadeLater);
        add("table altered between leases", bench -> altered(bench, true));
        add("table altered between leases, in transactions", bench -> altered(bench, false));
        add("table dropped and made again between leases", PostgresTypes::tableMadeAgain);
        add("search path of the lease before, same text", PostgresTypes::searchPath);
        add("plans deallocated by the program", PostgresTypes::deallocated);
        add("names of columns, cached", PostgresTypes::columnNames);
        cases.reusing("plans live on where nothing is reset", PostgresTypes::plansLiveOn, Product.POSTGRES);
    }

    private void add(String name, Cases.Body body) {
        cases.add(name, body, Product.POSTGRES);
    }

    private static void ownType(Bench bench) throws SQLException {
        try (Connection connection = bench.connect()) {
            connection.unwrap(PGConnection.class).addDataType("money", Money.class);
            bench.ask("class", () -> classOf(connection));
        }
        try (Connection next = bench.connect()) {
            bench.ask("class for the next", () -> classOf(next));
        }
    }

    private static String classOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1::money")) {
            rows.next();
            Object value = rows.getObject(1);
            return value.getClass().getSimpleName();
        }
    }

    private static boolean known(Connection connection, String type) throws SQLException {
        return connection.unwrap(BaseConnection.class).getTypeInfo().getPGType(type) != 0;
    }

    private static void madeLater(Bench bench, boolean elsewhere) throws SQLException {
        bench.run("DROP TYPE IF EXISTS fidelity_later");
        try (Connection connection = bench.connect()) {
            bench.ask("before", () -> known(connection, "fidelity_later"));
        }
        try (Connection maker = elsewhere ? bench.administrator.connect() : bench.account.connect()) {
            Session.run(maker, "CREATE TYPE fidelity_later AS ENUM ('a', 'b')");
        }
        try (Connection next = bench.connect();
                Connection other = bench.connect()) {
            bench.ask("after", () -> known(next, "fidelity_later"));
            bench.ask("after, other", () -> known(other, "fidelity_later"));
        }
        try (Connection administrator = bench.administrator.connect()) {
            Session.run(administrator, "DROP TYPE fidelity_later");
        }
    }

    private static void madeAgain(Bench bench) throws SQLException {
        bench.run("DROP TYPE IF EXISTS fidelity_again", "CREATE TYPE fidelity_again AS ENUM ('a')");
        try (Connection connection = bench.connect()) {
            bench.ask("before", () -> typeName(connection, "SELECT 'a'::fidelity_again"));
        }
        try (Connection administrator = bench.administrator.connect()) {
            Session.run(administrator, "DROP TYPE fidelity_again");
            Session.run(administrator, "CREATE TYPE fidelity_again AS (x INT, y INT)");
        }
        try (Connection next = bench.connect()) {
            bench.ask("after", () -> typeName(next, "SELECT ROW(1, 2)::fidelity_again"));
            bench.ask(
                    "kind",
                    () -> next.unwrap(BaseConnection.class).getTypeInfo().getSQLType("fidelity_again"));
        }
        try (Connection administrator = bench.administrator.connect()) {
            Session.run(administrator, "DROP TYPE fidelity_again");
        }
    }

    private static String typeName(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getMetaData().getColumnTypeName(1) + " "
                    + rows.getMetaData().getColumnType(1) + " " + rows.getObject(1);
        }
    }

    private static void arrayMadeLater(Bench bench) throws SQLException {
        bench.run("DROP TYPE IF EXISTS fidelity_array");
        try (Connection connection = bench.connect()) {
            bench.ask("before", () -> connection.createArrayOf("fidelity_array", new Object[] {"a"}));
        }
        bench.run("CREATE TYPE fidelity_array AS ENUM ('a', 'b')");
        try (Connection next = bench.connect()) {
            bench.ask(
                    "after",
                    () -> next.createArrayOf("fidelity_array", new Object[] {"a"})
                            .getBaseTypeName());
        }
        bench.run("DROP TYPE fidelity_array");
    }

    private static void altered(Bench bench, boolean autocommit) throws SQLException {
        bench.run("DROP TABLE IF EXISTS fidelity_altered", "CREATE TABLE fidelity_altered (a INT)");
        bench.run("INSERT INTO fidelity_altered VALUES (1)");
        for (int lease = 0; lease < 8; lease++) {
            bench.say("columns", selectAll(bench, autocommit));
        }
        try (Connection administrator = bench.administrator.connect()) {
            Session.run(administrator, "ALTER TABLE fidelity_altered ADD COLUMN b INT DEFAULT 2");
        }
        for (int lease = 0; lease < 3; lease++) {
            bench.ask("columns then", () -> selectAll(bench, autocommit));
        }
        bench.run("ALTER TABLE fidelity_altered ALTER COLUMN a TYPE TEXT");
        for (int lease = 0; lease < 3; lease++) {
            bench.ask("columns at last", () -> selectAll(bench, autocommit));
        }
    }

    private static String selectAll(Bench bench, boolean autocommit) throws SQLException {
        try (Connection connection = bench.connect()) {
            connection.setAutoCommit(autocommit);
            try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM fidelity_altered");
                    ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getMetaData().getColumnCount() + " "
                        + rows.getMetaData().getColumnTypeName(1);
            } finally {
                if (!autocommit) {
                    connection.rollback();
                }
            }
        }
    }

    private static void tableMadeAgain(Bench bench) throws SQLException {
        for (String type : new String[] {"INT", "TEXT", "DATE"}) {
            bench.run("DROP TABLE IF EXISTS fidelity_altered", "CREATE TABLE fidelity_altered (a " + type + ")");
            for (int lease = 0; lease < 7; lease++) {
                bench.ask("columns", () -> {
                    try (Connection connection = bench.connect();
                            PreparedStatement statement =
                                    connection.prepareStatement("SELECT a FROM fidelity_altered WHERE a IS NULL")) {
                        return statement.executeQuery().getMetaData().getColumnTypeName(1);
                    }
                });
            }
        }
    }

    private static void searchPath(Bench bench) throws SQLException {
        bench.run("CREATE SCHEMA IF NOT EXISTS fidelity_path", "DROP TABLE IF EXISTS fidelity_path.fidelity_rows");
        bench.run("CREATE TABLE fidelity_path.fidelity_rows (only_here INT)");
        Callable<String> columns = () -> {
            try (Connection connection = bench.connect();
                    PreparedStatement statement = connection.prepareStatement("SELECT * FROM fidelity_rows")) {
                return statement.executeQuery().getMetaData().getColumnName(1);
            }
        };
        for (int lease = 0; lease < 7; lease++) {
            bench.ask("column", columns);
        }
        try (Connection connection = bench.connect()) {
            connection.setSchema("fidelity_path");
            try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM fidelity_rows")) {
                bench.ask(
                        "column there",
                        () -> statement.executeQuery().getMetaData().getColumnName(1));
            }
        }
        for (int lease = 0; lease < 2; lease++) {
            bench.ask("column again", columns);
        }
        bench.run("DROP SCHEMA fidelity_path CASCADE");
    }

    private static void deallocated(Bench bench) throws SQLException {
        for (int lease = 0; lease < 3; lease++) {
            try (Connection connection = bench.connect()) {
                for (int i = 0; i < 7; i++) {
                    try (PreparedStatement statement =
                            connection.prepareStatement("SELECT t FROM fidelity_rows WHERE id = ?")) {
                        statement.setInt(1, 1);
                        bench.ask("row", () -> statement.executeQuery().next());
                    }
                }
                bench.act("deallocate", () -> Session.run(connection, "DEALLOCATE ALL"));
            }
        }
    }

    private static void columnNames(Bench bench) throws SQLException {
        bench.run("DROP TABLE IF EXISTS fidelity_altered", "CREATE TABLE fidelity_altered (a INT NOT NULL)");
        Callable<String> look = () -> {
            try (Connection connection = bench.connect();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT * FROM fidelity_altered")) {
                return rows.getMetaData().getColumnName(1) + " "
                        + rows.getMetaData().isNullable(1) + " "
                        + rows.getMetaData()
                                .unwrap(org.postgresql.PGResultSetMetaData.class)
                                .getBaseColumnName(1)
                        + " " + rows.getMetaData().getTableName(1);
            }
        };
        bench.ask("before", look);
        try (Connection administrator = bench.administrator.connect()) {
            Session.run(administrator, "ALTER TABLE fidelity_altered RENAME COLUMN a TO c");
            Session.run(administrator, "ALTER TABLE fidelity_altered ALTER COLUMN c DROP NOT NULL");
        }
        bench.ask("after", look);
    }

    /** Not printed but met: how many plans the server holds when the same session comes back. */
    private static void plansLiveOn(Bench bench) throws SQLException {
        for (int lease = 0; lease < 8; lease++) {
            try (Connection connection = bench.connect();
                    PreparedStatement statement =
                            connection.prepareStatement("SELECT t FROM fidelity_rows WHERE id = ?")) {
                bench.meet(connection);
                statement.setInt(1, 2);
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    bench.say("row", rows.getString(1));
                }
            }
        }
    }
}
