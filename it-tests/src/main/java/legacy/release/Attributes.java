package legacy.release;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import legacy.Account;
import legacy.Session;

/**
 * Sets each JDBC attribute of a connection, closes it, opens two others at once and prints all their attributes.
 * Arguments: URL, user, password, another catalog, another schema.
 */
public final class Attributes {
    private Attributes() {}

    /** Sets something. */
    private interface Change {
        void on(Connection connection) throws SQLException;
    }

    /** Reads something. */
    private interface Look {
        Object at(Connection connection) throws SQLException;
    }

    public static void main(String[] arguments) throws SQLException {
        Account account = Account.of(arguments);
        Map<String, Change> changes = new LinkedHashMap<>();
        changes.put("nothing", connection -> {});
        changes.put("autocommit", connection -> connection.setAutoCommit(false));
        changes.put("read only", connection -> connection.setReadOnly(true));
        changes.put(
                "serializable", connection -> connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE));
        changes.put(
                "read committed",
                connection -> connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED));
        changes.put("holdability", connection -> connection.setHoldability(ResultSet.CLOSE_CURSORS_AT_COMMIT));
        changes.put("other holdability", connection -> connection.setHoldability(ResultSet.HOLD_CURSORS_OVER_COMMIT));
        changes.put("catalog", connection -> connection.setCatalog(arguments[3]));
        changes.put("schema", connection -> connection.setSchema(arguments[4]));
        changes.put("network timeout", connection -> connection.setNetworkTimeout(Runnable::run, 12_345));
        changes.put("client info", connection -> connection.setClientInfo("ApplicationName", "changed"));
        changes.put(
                "type map",
                connection -> connection.setTypeMap(Collections.<String, Class<?>>singletonMap("t", String.class)));
        changes.put("savepoint", connection -> {
            connection.setAutoCommit(false);
            connection.setSavepoint("s");
        });
        changes.put("all of a transaction", connection -> {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            connection.setAutoCommit(false);
            connection.getMetaData().getTables(null, null, "nothing", null).close();
        });
        for (Map.Entry<String, Change> change : changes.entrySet()) {
            play(account, change.getKey(), change.getValue());
        }
    }

    private static void play(Account account, String name, Change change) throws SQLException {
        String session;
        try (Connection connection = account.connect()) {
            session = Session.id(connection, account.url);
            change.on(connection);
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            System.out.println(name + ": failed with " + e.getSQLState());
            return;
        }
        try (Connection one = account.connect();
                Connection other = account.connect()) {
            System.out.println(name + ": " + attributes(one));
            System.out.println(name + ", other: " + attributes(other));
            if (session.equals(Session.id(one, account.url))) {
                System.err.println("same session: " + name);
            }
        }
    }

    private static String attributes(Connection connection) {
        StringBuilder text = new StringBuilder();
        add(text, "autocommit", connection, Connection::getAutoCommit);
        add(text, "read only", connection, Connection::isReadOnly);
        add(text, "isolation", connection, Connection::getTransactionIsolation);
        add(text, "holdability", connection, Connection::getHoldability);
        add(text, "catalog", connection, Connection::getCatalog);
        add(text, "schema", connection, Connection::getSchema);
        add(text, "network timeout", connection, Connection::getNetworkTimeout);
        add(text, "application", connection, each -> each.getClientInfo("ApplicationName"));
        add(
                text,
                "type map",
                connection,
                each -> each.getTypeMap() == null ? 0 : each.getTypeMap().size());
        add(text, "warnings", connection, Connection::getWarnings);
        return text.toString();
    }

    private static void add(StringBuilder text, String name, Connection connection, Look look) {
        Object value;
        try {
            value = look.at(connection);
        } catch (SQLException e) {
            value = "state " + e.getSQLState();
        }
        text.append(name).append(' ').append(value).append("; ");
    }
}
