package legacy.fidelity;

import java.sql.Array;
import java.sql.BatchUpdateException;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.NClob;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.RowId;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Struct;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Values and exceptions as text that is the same in each run: without numbers of sessions and without identities. */
final class Show {
    private static final Class<?>[] KINDS = {
        CallableStatement.class,
        PreparedStatement.class,
        Statement.class,
        Connection.class,
        ResultSet.class,
        DatabaseMetaData.class,
        ResultSetMetaData.class,
        ParameterMetaData.class,
        Savepoint.class,
        NClob.class,
        Clob.class,
        Blob.class,
        SQLXML.class,
        Array.class,
        Struct.class,
        Ref.class,
        RowId.class
    };

    private Show() {}

    /** A value; of JDBC's own objects only what they are. */
    static String value(Object value) {
        if (value == null) {
            return "null";
        }
        for (Class<?> kind : KINDS) {
            if (kind.isInstance(value)) {
                return "a " + kind.getSimpleName();
            }
        }
        if (value instanceof Throwable) {
            return failure((Throwable) value);
        }
        if (value instanceof Properties || value instanceof Map) {
            return "a map " + new TreeMap<>((Map<?, ?>) value);
        }
        if (value instanceof Object[]) {
            return Arrays.deepToString((Object[]) value);
        }
        if (value instanceof int[]) {
            return Arrays.toString((int[]) value);
        }
        if (value instanceof long[]) {
            return Arrays.toString((long[]) value);
        }
        if (value instanceof byte[]) {
            return "bytes " + Arrays.toString((byte[]) value);
        }
        boolean identity = String.valueOf(value).contains("@" + Integer.toHexString(System.identityHashCode(value)));
        return identity ? "a " + value.getClass().getName() : stable(String.valueOf(value));
    }

    /** An exception with all that hangs on it. */
    static String failure(Throwable failure) {
        StringBuilder text = new StringBuilder();
        append(text, failure, 0);
        return text.toString();
    }

    private static void append(StringBuilder text, Throwable failure, int depth) {
        text.append(failure.getClass().getName());
        if (failure instanceof SQLException) {
            SQLException sql = (SQLException) failure;
            text.append(' ').append(sql.getSQLState()).append('/').append(sql.getErrorCode());
        }
        if (!isOfTheVirtualMachine(failure)) {
            text.append(" \"")
                    .append(stable(String.valueOf(failure.getMessage())))
                    .append('"');
        }
        if (failure instanceof BatchUpdateException) {
            text.append(" counts ").append(Arrays.toString(((BatchUpdateException) failure).getUpdateCounts()));
        }
        if (failure instanceof SQLClientInfoException) {
            text.append(" properties ").append(((SQLClientInfoException) failure).getFailedProperties());
        }
        if (depth > 5) {
            return;
        }
        if (failure.getCause() != null && failure.getCause() != failure) {
            text.append(" <- ");
            append(text, failure.getCause(), depth + 1);
        }
        if (failure instanceof SQLException && ((SQLException) failure).getNextException() != null) {
            text.append(" then ");
            append(text, ((SQLException) failure).getNextException(), depth + 1);
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            text.append(" besides ");
            append(text, suppressed, depth + 1);
        }
    }

    /** Compiled code throws these without a message, interpreted code with one. */
    private static boolean isOfTheVirtualMachine(Throwable failure) {
        return failure instanceof NullPointerException
                || failure instanceof ArrayIndexOutOfBoundsException
                || failure instanceof ClassCastException
                || failure instanceof ArithmeticException;
    }

    /** Numbers of sessions, objects and milliseconds differ from run to run even without the agent. */
    static String stable(String text) {
        return text.replaceAll("conn=\\d+", "conn=#")
                .replaceAll("thread id: \\d+", "thread id: #")
                .replaceAll("@[0-9a-f]{4,10}\\b", "@#")
                .replaceAll("\\bSAVEPT\\d+", "SAVEPT#")
                .replaceAll("at line \\d+, column \\d+", "at line #, column #")
                .replaceAll("SQL_CUR\\w+", "SQL_CUR#")
                .replaceAll("fidelity-\\d{5,}", "fidelity-#")
                .replaceAll("\\bSYS_(CT|PK|IDX)_\\d+", "SYS_$1_#")
                .replaceAll("\\bSQL_CUR[A-Z]+\\d[0-9A-Z]*", "SQL_CUR#")
                .replaceAll("(XID|SESSIONID) = \\d+", "$1 = #")
                .replaceAll("\\b[0-9a-f]{8}[-_][0-9a-f]{4}[-_][0-9a-f]{4}[-_][0-9a-f]{4}[-_][0-9a-f]{12}\\b", "#")
                .replaceAll("\\b(conn|stat|prep|call|rs|dbMeta|savepoint|clob|blob)\\d+\\b", "$1#")
                .replaceAll("\\d[\\d,]* milliseconds", "# milliseconds")
                .replace("\r", "\\r")
                .replace("\n", "\\n");
    }
}
