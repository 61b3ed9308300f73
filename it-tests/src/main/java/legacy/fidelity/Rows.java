package legacy.fidelity;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A table of three rows that most topics use. */
final class Rows {
    /** All of it. */
    static final String QUERY = "SELECT id, t FROM fidelity_rows ORDER BY id";

    private Rows() {}

    /** Makes the table anew. */
    static void make(Bench bench) throws SQLException {
        try (Connection connection = bench.account.connect();
                Statement statement = connection.createStatement()) {
            try {
                statement.executeUpdate("DROP TABLE fidelity_rows");
            } catch (SQLException e) {
                System.err.println("no table yet: " + e.getMessage());
            }
            statement.executeUpdate("CREATE TABLE fidelity_rows (id INT NOT NULL, t VARCHAR(20),"
                    + " CONSTRAINT fidelity_key PRIMARY KEY (id))");
        }
        fill(bench);
    }

    /** Puts the three rows into it, and no others. */
    static void fill(Bench bench) throws SQLException {
        bench.run(
                "DELETE FROM fidelity_rows",
                "INSERT INTO fidelity_rows VALUES (1, 'one')",
                "INSERT INTO fidelity_rows VALUES (2, 'two')",
                "INSERT INTO fidelity_rows VALUES (3, 'three')");
    }
}
