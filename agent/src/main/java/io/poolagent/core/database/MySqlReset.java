package io.poolagent.core.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * Connector/J's {@code resetServerState}: COM_RESET_CONNECTION, and then what the driver sets after each login. The
 * default database stays, so it is set back here. {@code init_connect} is not run again, and server-prepared statements
 * are gone without the driver's cache of them knowing: with either, nothing is reset. The first reset is compared with a
 * fresh session, variable by variable.
 */
class MySqlReset extends SessionReset {
    private final Map<String, String> variables = new HashMap<>();
    private volatile String catalog = "";
    private volatile boolean verified;

    @Override
    final boolean learnFrom(Connection fresh) throws SQLException, ReflectiveOperationException {
        String database = fresh.getCatalog();
        if (database == null || database.isEmpty() || !isPossible(fresh)) {
            return false; // a session without a default database can not get back to having none
        }
        catalog = database;
        variables.putAll(variables(fresh));
        variables.entrySet().retainAll(variables(fresh).entrySet()); // a clock differs from one look to the next
        String atLogin = variables.get("init_connect");
        return atLogin == null || atLogin.isEmpty();
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
        raw.setCatalog(catalog);
        if (!verified) {
            Map<String, String> now = variables(raw);
            for (Map.Entry<String, String> variable : variables.entrySet()) {
                if (!variable.getValue().equals(now.get(variable.getKey()))) {
                    throw new SQLException("a reset session has another value of " + variable.getKey());
                }
            }
            verified = true;
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
