package io.poolagent.sample.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseServersTest {

    @ParameterizedTest
    @CsvSource({"postgres, 28P01", "h2, 28000", "hsqldb, 28000", "derby, 08004"})
    void aPasswordIsNeeded(String name, String state) throws Exception {
        try (DatabaseServer server = start(name)) {
            work(server.jdbcUrl(), server.user(), server.password());
            work(server.adminUrl(), server.adminUser(), server.adminPassword());
            SQLException refused = assertThrows(
                    SQLException.class, () -> DriverManager.getConnection(server.jdbcUrl(), server.user(), "wrong"));
            assertEquals(state, refused.getSQLState());
        }
    }

    @Test
    void postgresKeepsPasswordsAsScram() throws Exception {
        try (DatabaseServer server = start("postgres");
                Connection c =
                        DriverManager.getConnection(server.adminUrl(), server.adminUser(), server.adminPassword());
                Statement s = c.createStatement();
                ResultSet rows = s.executeQuery("SELECT rolpassword FROM pg_authid WHERE rolname = 'app'")) {
            assertTrue(rows.next());
            assertTrue(rows.getString(1).startsWith("SCRAM-SHA-256$"));
        }
    }

    @Test
    void aClosedServerIsGone() throws Exception {
        DatabaseServer server = start("h2");
        server.close();
        server.close();

        assertThrows(
                SQLException.class,
                () -> DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password()));
    }

    @Test
    void anUnknownNameIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> DatabaseServers.start("oracle"));
    }

    private static DatabaseServer start(String name) throws ServerStartException {
        try {
            return DatabaseServers.start(name);
        } catch (NoBinaryException e) {
            return abort(e.getMessage());
        }
    }

    private static void work(String url, String user, String password) throws SQLException {
        try (Connection c = DriverManager.getConnection(url, user, password);
                Statement s = c.createStatement()) {
            s.executeUpdate("CREATE TABLE attempt (id INTEGER)");
            s.executeUpdate("DROP TABLE attempt");
        }
    }
}
