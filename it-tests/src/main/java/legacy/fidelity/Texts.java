package legacy.fidelity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import legacy.Session;

/** Statements whose text is odd, wrong, or very long: whoever looks at texts must pass them on as they are. */
public final class Texts implements Topic {
    private static final String[] ODD = {
        "",
        " ",
        ";",
        ";;;",
        "'",
        "\"",
        "`",
        "$$",
        "$a$ $b$",
        "/*",
        "/* /* */",
        "*/",
        "--",
        "-- \n",
        "#",
        "E'\\",
        "U&\"\\0",
        "N'x",
        "x'",
        "{",
        "{call",
        "{?",
        "?",
        "SELECT '",
        "SELECT 'a''",
        "SELECT /* 'a' ",
        "SELECT 1 -- '",
        "SELECT 1 /* \u20ac */",
        "SELECT '\u20ac\ud83d\ude00'",
        "SELECT '\ud83d'",
        "SELECT \u00a01",
        "\ufeffSELECT 1",
        "SELECT 1\u0000",
        "\u0000",
        "SELECT 1;",
        "SELECT 1; ;",
        "(((SELECT 1)))",
        "(((((((((",
        ")",
        "select\n\t1\r\n",
        "SELECT/**/1",
        "SELECT(1)",
        "SELECT 1E0",
        "SET",
        "SET ",
        "SET @",
        "CALL",
        "WITH",
        "BEGIN ATOMIC",
        "\u0130NSERT",
        "SELECT \"1",
        "SELECT [1]",
        "SELECT $1",
        "SELECT :a",
        "SELECT ? ? ?"
    };

    @Override
    public void setUp(Bench bench) throws SQLException {
        Rows.make(bench);
    }

    @Override
    public void list(Cases cases) {
        cases.add("odd texts", bench -> odd(bench, false));
        cases.add("odd texts, prepared", bench -> odd(bench, true));
        cases.add("very long text", Texts::veryLong);
        cases.add("many different texts", Texts::manyDifferent);
        cases.add("deeply nested text", Texts::nested);
        cases.add("table altered between leases", Texts::altered);
        cases.add("same text, other schema", Texts::otherSchema);
    }

    private static void odd(Bench bench, boolean prepared) throws SQLException {
        for (String sql : ODD) {
            try (Connection connection = bench.account.connect()) {
                bench.ask(name(sql), () -> {
                    if (prepared) {
                        try (PreparedStatement statement = connection.prepareStatement(sql)) {
                            return statement.execute();
                        }
                    }
                    try (Statement statement = connection.createStatement()) {
                        return statement.execute(sql);
                    }
                });
                Bench.quietly(connection::rollback);
            } catch (SQLException e) {
                bench.say("connection", e);
            }
        }
        try (Connection next = bench.connect()) {
            bench.ask("next", () -> Session.first(next, "SELECT count(*) FROM fidelity_rows"));
        }
    }

    private static String name(String sql) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < sql.length(); i++) {
            char each = sql.charAt(i);
            name.append(each >= ' ' && each < 127 ? String.valueOf(each) : "\\" + Integer.toHexString(each));
        }
        return name.toString();
    }

    private static void veryLong(Bench bench) throws SQLException {
        char[] filling = new char[500_000];
        Arrays.fill(filling, 'x');
        String text = new String(filling);
        try (Connection connection = bench.connect()) {
            bench.ask(
                    "literal",
                    () -> Session.first(connection, "SELECT '" + text + "' FROM fidelity_rows WHERE id = 1")
                            .length());
            bench.ask(
                    "comment",
                    () -> Session.first(connection, "SELECT /* " + text + " */ t FROM fidelity_rows WHERE id = 1"));
        }
    }

    /** More than any cache of texts holds. */
    private static void manyDifferent(Bench bench) throws SQLException {
        int sum = 0;
        for (int lease = 0; lease < 10; lease++) {
            try (Connection connection = bench.connect();
                    Statement statement = connection.createStatement()) {
                for (int i = 0; i < 300; i++) {
                    try (ResultSet rows = statement.executeQuery("SELECT id FROM fidelity_rows WHERE id = "
                            + (1 + i % 3) + " AND " + (lease * 300 + i) + " >= 0")) {
                        rows.next();
                        sum += rows.getInt(1);
                    }
                }
            }
        }
        bench.say("sum", sum);
    }

    private static void nested(Bench bench) throws SQLException {
        StringBuilder text = new StringBuilder("SELECT count(*) FROM fidelity_rows WHERE ");
        for (int i = 0; i < 200; i++) {
            text.append('(');
        }
        text.append("id > 0");
        for (int i = 0; i < 200; i++) {
            text.append(')');
        }
        try (Connection connection = bench.connect()) {
            bench.ask("parentheses", () -> Session.first(connection, text.toString()));
        }
    }

    private static void altered(Bench bench) throws SQLException {
        try (Connection connection = bench.connect()) {
            Bench.quietly(() -> Session.run(connection, "DROP TABLE fidelity_alter"));
            Session.run(connection, "CREATE TABLE fidelity_alter (a INT)");
            Session.run(connection, "INSERT INTO fidelity_alter VALUES (1)");
        }
        for (int round = 0; round < 3; round++) {
            for (int lease = 0; lease < 7; lease++) {
                bench.ask("columns", () -> {
                    try (Connection connection = bench.account.connect();
                            PreparedStatement statement = connection.prepareStatement("SELECT * FROM fidelity_alter");
                            ResultSet rows = statement.executeQuery()) {
                        return rows.next() + " " + rows.getMetaData().getColumnCount();
                    }
                });
            }
            String column = "b" + round;
            bench.act("alter", () -> bench.run("ALTER TABLE fidelity_alter ADD COLUMN " + column + " INT"));
        }
    }

    private static void otherSchema(Bench bench) throws SQLException {
        if (bench.product.isMariaDbServer() || bench.product == Product.SQLITE) {
            return;
        }
        Bench.quietly(() -> bench.run("CREATE SCHEMA fidelity_other"));
        Bench.quietly(() -> bench.run("CREATE TABLE fidelity_other.fidelity_rows (only_here INT)"));
        String schema = bench.product == Product.POSTGRES ? "fidelity_other" : "FIDELITY_OTHER";
        for (int lease = 0; lease < 12; lease++) {
            boolean other = lease % 4 == 3;
            bench.ask("column", () -> {
                try (Connection connection = bench.account.connect()) {
                    if (other) {
                        connection.setSchema(schema);
                    }
                    try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM fidelity_rows")) {
                        return statement.executeQuery().getMetaData().getColumnName(1);
                    }
                }
            });
        }
        Bench.quietly(() -> bench.run("DROP TABLE fidelity_other.fidelity_rows"));
    }
}
