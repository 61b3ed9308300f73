package io.poolagent.core.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Connector/J's {@code resetServerState}: COM_RESET_CONNECTION, and then what the driver sets after each login. The
 * default database stays, so it is set back here. {@code init_connect} is not run again, and server-prepared statements
 * are gone without the driver's cache of them knowing: with either, nothing is reset. The first reset is compared with a
 * fresh session, variable by variable: what the driver set at its login and did not set again is set here from then on.
 */
class MySqlReset extends SessionReset {
    private final Map<String, String> variables = new HashMap<>();
    private volatile String catalog = "";
    private volatile int isolation;
    /** Sets what the driver does not set again; empty where it sets all; null before the first reset. */
    private volatile @Nullable String restore;

    @Override
    final boolean learnFrom(Connection fresh) throws SQLException, ReflectiveOperationException {
        String database = fresh.getCatalog();
        if (database == null || database.isEmpty() || !isPossible(fresh)) {
            return false; // a session without a default database can not get back to having none
        }
        if (startsOtherwise(fresh)) {
            return false;
        }
        if (hasRole(fresh)) {
            return false; // MariaDB does not set the default role again
        }
        catalog = database;
        isolation = fresh.getTransactionIsolation();
        variables.putAll(variables(fresh));
        variables.entrySet().retainAll(variables(fresh).entrySet()); // a clock differs from one look to the next
        variables.keySet().removeIf(name -> name.startsWith("rand_seed"));
        return true;
    }

    /** Whether statements are run at each login, or so few rows are returned that variables would not be seen. */
    private static boolean startsOtherwise(Connection fresh) throws SQLException {
        try (Statement statement = fresh.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT @@GLOBAL.init_connect <> '' OR @@SESSION.sql_select_limit < 100000")) {
            return !rows.next() || rows.getBoolean(1);
        }
    }

    private static boolean hasRole(Connection fresh) {
        try (Statement statement = fresh.createStatement();
                ResultSet rows = statement.executeQuery("SELECT CURRENT_ROLE()")) {
            String role = rows.next() ? rows.getString(1) : null;
            return role != null && !role.equals("NONE");
        } catch (SQLException e) {
            return false; // a server without roles
        }
    }

    /** Whether the driver resets the server's session, as it is configured. */
    boolean isPossible(Connection raw) throws ReflectiveOperationException {
        return !isSet(raw, "paranoid") && !isSet(raw, "useServerPrepStmts");
    }

    void resetServer(Connection raw) throws ReflectiveOperationException {
        DriverFields.call(raw, "resetServerState");
    }

    @Override
    final void resetSession(Connection raw) throws SQLException, ReflectiveOperationException {
        resetServer(raw);
        if (raw.getTransactionIsolation() != isolation) {
            setIsolation(raw);
        }
        raw.setCatalog(catalog);
        String known = restore;
        if (known != null) {
            execute(raw, known);
            return;
        }
        String learned = assignments(lost(raw));
        execute(raw, learned);
        if (!lost(raw).isEmpty()) {
            throw new SQLException(
                    "a reset session has other values of " + lost(raw).keySet());
        }
        restore = learned;
    }

    /**
     * MariaDB's driver remembers what the server told it last, and the server tells of changes only: so there has to be
     * one.
     */
    private void setIsolation(Connection raw) throws SQLException {
        raw.setTransactionIsolation(
                isolation == Connection.TRANSACTION_READ_COMMITTED
                        ? Connection.TRANSACTION_REPEATABLE_READ
                        : Connection.TRANSACTION_READ_COMMITTED);
        raw.setTransactionIsolation(isolation);
        if (raw.getTransactionIsolation() != isolation) {
            throw new SQLException("the driver remembers another isolation than the server has");
        }
    }

    /** The variables that a reset session has other values of than a fresh one. */
    private Map<String, String> lost(Connection raw) throws SQLException {
        Map<String, String> lost = new TreeMap<>(variables);
        lost.entrySet().removeAll(variables(raw).entrySet());
        return lost;
    }

    private static String assignments(Map<String, String> values) {
        StringJoiner text = new StringJoiner(", ", "SET SESSION ", "").setEmptyValue("");
        values.forEach((name, value) -> text.add(name + " = "
                + (value.matches("-?[0-9]+")
                        ? value
                        : "'" + value.replace("\\", "\\\\").replace("'", "''") + "'")));
        return text.toString();
    }

    private static void execute(Connection raw, String sql) throws SQLException {
        if (!sql.isEmpty()) {
            try (Statement statement = raw.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    private static Map<String, String> variables(Connection raw) throws SQLException {
        Map<String, String> variables = new HashMap<>();
        try (Statement statement = raw.createStatement();
                ResultSet rows = statement.executeQuery("SHOW SESSION VARIABLES")) {
            while (rows.next()) {
                variables.put(rows.getString(1), String.valueOf(rows.getString(2)));
            }
        }
        return variables;
    }

    private static boolean isSet(Connection raw, String property) throws ReflectiveOperationException {
        Object set = DriverFields.call(raw, "getPropertySet");
        Object value = DriverFields.call(set, "getBooleanProperty", property);
        return Boolean.TRUE.equals(DriverFields.call(value, "getValue"));
    }
}
