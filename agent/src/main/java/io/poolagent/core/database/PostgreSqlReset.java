package io.poolagent.core.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code DISCARD ALL}. It goes back to what the start-up packet, the role and the database say, and loses what was SET
 * after that: by pgjdbc on servers before 12, which is set again, or by event triggers on login (17 and up), which may
 * do anything: then nothing is reset. It also loses a role that was set at login.
 */
final class PostgreSqlReset extends SessionReset {
    private static final int LOGIN_TRIGGERS_SINCE = 17;

    /** Written once, before the state says that this works. */
    private final Map<String, String> settings = new LinkedHashMap<>();

    @Override
    boolean learnFrom(Connection fresh) throws SQLException {
        boolean triggers = fresh.getMetaData().getDatabaseMajorVersion() >= LOGIN_TRIGGERS_SINCE;
        try (Statement statement = fresh.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT current_setting('role') = 'none'"
                    + (triggers
                            ? " AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_event_trigger"
                                    + " WHERE evtevent = 'login' AND evtenabled <> 'D')"
                            : ""))) {
                if (!rows.next() || !rows.getBoolean(1)) {
                    return false;
                }
            }
            try (ResultSet rows = statement.executeQuery(
                    "SELECT name, setting FROM pg_catalog.pg_settings WHERE source = 'session'")) {
                while (rows.next()) {
                    settings.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return true;
    }

    @Override
    void resetSession(Connection raw) throws SQLException, ReflectiveOperationException {
        try (Statement statement = raw.createStatement()) {
            if (!"IDLE".equals(String.valueOf(DriverFields.call(raw, "getTransactionState")))) {
                statement.execute("ROLLBACK"); // begun by a statement, so the driver's own rollback refuses
            }
            statement.execute("DISCARD ALL");
        }
        DriverFields.call(raw, "getNotifications"); // those that came for an earlier LISTEN
        if (!settings.isEmpty()) {
            try (PreparedStatement statement = raw.prepareStatement("SELECT pg_catalog.set_config(?, ?, false)")) {
                for (Map.Entry<String, String> setting : settings.entrySet()) {
                    statement.setString(1, setting.getKey());
                    statement.setString(2, setting.getValue());
                    statement.execute();
                }
            }
        }
    }
}
