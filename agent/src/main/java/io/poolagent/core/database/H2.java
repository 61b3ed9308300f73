package io.poolagent.core.database;

import java.net.Socket;
import java.net.SocketException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** H2. Its close rolls back; a database that nothing keeps open is closed with its last connection. */
final class H2 extends Database {
    private static final SessionRules RULES = new SessionRules()
            .functions("session_id database_path h2version identity scope_identity parsedatetime formatdatetime"
                    + " random_uuid system_range regexp_replace regexp_like dateadd datediff array_get listagg")
            .seeds("rand random");

    H2() {
        super("H2", "jdbc:h2:");
    }

    @Override
    public @Nullable String neverPooled(String url, Properties info) {
        String text = url.toLowerCase(Locale.ROOT);
        String path = text.substring("jdbc:h2:".length());
        boolean remote = path.startsWith("tcp:") || path.startsWith("ssl:");
        boolean memory = path.startsWith("mem:") || remote && path.matches("[a-z]+://[^/]*/mem:.*");
        String delay = info.getProperty("DB_CLOSE_DELAY");
        boolean kept = text.contains("db_close_delay=-1") || "-1".equals(delay);
        if (runsAtConnect(url, info.getProperty("INIT"))) {
            return "its INIT runs statements at each connect";
        }
        if (path.startsWith("mem:;") || path.equals("mem:")) {
            return "an unnamed H2 database in memory is private to each connection";
        }
        if (memory && !kept) {
            return "an H2 database in memory ends with its last connection (DB_CLOSE_DELAY=-1 keeps it)";
        }
        if (!memory && !remote && !kept) {
            return "an H2 database file is closed with its last connection (DB_CLOSE_DELAY=-1 keeps it open)";
        }
        return null;
    }

    /** Whether INIT does more than set up what is there already from the second connect on. */
    private static boolean runsAtConnect(String url, @Nullable String property) {
        int at = url.toUpperCase(Locale.ROOT).indexOf(";INIT=");
        String init = at >= 0 ? url.substring(at + ";INIT=".length()) : property;
        if (init == null) {
            return false;
        }
        for (String statement : init.replace("\\;", "\n").split(";", 2)[0].split("\n")) {
            String text = statement.trim().toUpperCase(Locale.ROOT);
            boolean sets = text.startsWith("SET ") || text.startsWith("USE ");
            if (!text.isEmpty() && !sets && !(text.startsWith("CREATE ") && text.contains(" IF NOT EXISTS "))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public End end() {
        return End.ROLLBACK;
    }

    @Override
    public SQLException closedConnection() {
        return new java.sql.SQLNonTransientConnectionException("The object is already closed [90007]", "90007", 90007);
    }

    /** A broken connection, a database that was closed: H2 has states of its own for them. */
    @Override
    public boolean isFatal(SQLException failure) {
        int code = failure.getErrorCode();
        return code == 90067 || code == 90098 || code == 90121 || super.isFatal(failure);
    }

    /** The driver's own test does not ask the server. Nor has the driver a limit of time: the socket gets one. */
    @Override
    public boolean isAlive(Connection raw, int seconds) throws SQLException, ReflectiveOperationException {
        if (!raw.isValid(seconds)) {
            return false;
        }
        Socket socket = socket(raw);
        if (socket == null) {
            return answers(raw);
        }
        try {
            int before = socket.getSoTimeout();
            socket.setSoTimeout(seconds * 1_000);
            boolean answers = answers(raw);
            socket.setSoTimeout(before);
            return answers;
        } catch (SocketException e) {
            return false;
        }
    }

    private static boolean answers(Connection raw) throws SQLException {
        try (Statement statement = raw.createStatement()) {
            return statement.execute("SELECT 1");
        }
    }

    /** That of a remote session; null for a database in this process. */
    private static @Nullable Socket socket(Connection raw) throws ReflectiveOperationException {
        Object session = DriverFields.get(raw, "session");
        Object transfers = session == null ? null : DriverFields.get(session, "transferList");
        Object transfer =
                transfers instanceof List && !((List<?>) transfers).isEmpty() ? ((List<?>) transfers).get(0) : null;
        return transfer == null ? null : (Socket) DriverFields.get(transfer, "socket");
    }

    @Override
    public boolean keepsQueryTimeout() {
        return true;
    }

    @Override
    public boolean leavesOpen(AutoCloseable child) {
        return true;
    }

    /** What a command and its result hold at a server, they hold until they are closed. */
    @Override
    public void free(AutoCloseable statement, Connection raw) throws ReflectiveOperationException {
        if (statement instanceof Statement) {
            AutoCloseable rows = (AutoCloseable) DriverFields.get(statement, "resultSet");
            if (rows != null) {
                free(rows, raw);
            }
        } else {
            DriverFields.callIfPresent(DriverFields.get(statement, "result"), "close");
        }
        DriverFields.callIfPresent(DriverFields.get(statement, "command"), "close");
    }

    @Override
    protected SessionRules rules() {
        return RULES;
    }

    /** Tracing, with a number for each DataSource object; the factory is made from the other fields. */
    @Override
    public boolean ignoredField(String declaringClass, String field) {
        return declaringClass.equals("org.h2.message.TraceObject")
                || declaringClass.startsWith("org.h2.jdbcx.") && field.equals("factory");
    }
}
