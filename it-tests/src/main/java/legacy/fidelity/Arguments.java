package legacy.fidelity;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.SQLType;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Calendar;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.Executor;

/** Simple arguments for any method of JDBC's. */
final class Arguments {
    private final String query;
    private final boolean nulls;

    /**
     * Arguments.
     *
     * @param query where SQL is wanted
     * @param nulls whether all objects are null, and all numbers are wrong
     */
    Arguments(String query, boolean nulls) {
        this.query = query;
        this.nulls = nulls;
    }

    /** Arguments that a call could have in earnest; null where there is none to be had. */
    Object[] of(Method method) {
        Class<?>[] types = method.getParameterTypes();
        Object[] values = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            values[i] = of(method.getName(), types[i], i);
        }
        return values;
    }

    private Object of(String method, Class<?> type, int index) {
        if (nulls && type == int.class) {
            return -1;
        }
        if (nulls && !type.isPrimitive()) {
            return null;
        }
        if (type == int.class) {
            return number(method, index);
        }
        if (type == String.class) {
            return text(method, index);
        }
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        Object number = smaller(type);
        if (number != null) {
            return number;
        }
        if (type == Object.class) {
            return "7";
        }
        if (type == Class.class) {
            return method.equals("getObject") ? String.class : Connection.class;
        }
        return other(type);
    }

    private static Object smaller(Class<?> type) {
        if (type == long.class) {
            return 1L;
        }
        if (type == short.class) {
            return (short) 1;
        }
        if (type == byte.class) {
            return (byte) 1;
        }
        if (type == float.class) {
            return 1f;
        }
        if (type == double.class) {
            return 1d;
        }
        return type == BigDecimal.class ? BigDecimal.ONE : null;
    }

    private static Object other(Class<?> type) {
        if (type == byte[].class) {
            return new byte[] {1};
        }
        if (type == int[].class) {
            return new int[] {1};
        }
        if (type == String[].class) {
            return new String[] {"id"};
        }
        if (type == Object[].class) {
            return new Object[] {1};
        }
        if (type == java.sql.Date.class) {
            return java.sql.Date.valueOf("2001-02-03");
        }
        if (type == java.sql.Time.class) {
            return java.sql.Time.valueOf("04:05:06");
        }
        if (type == Timestamp.class) {
            return Timestamp.valueOf("2001-02-03 04:05:06");
        }
        if (type == Calendar.class) {
            return Calendar.getInstance(TimeZone.getTimeZone("UTC"));
        }
        if (type == SQLType.class) {
            return JDBCType.INTEGER;
        }
        if (type == Executor.class) {
            return (Executor) Runnable::run;
        }
        if (type == Properties.class) {
            return new Properties();
        }
        if (type == Map.class) {
            return Collections.emptyMap();
        }
        if (type == java.io.InputStream.class) {
            return new ByteArrayInputStream(new byte[] {55});
        }
        return type == java.io.Reader.class ? new StringReader("7") : null;
    }

    private static Object number(String method, int index) {
        switch (method) {
            case "setTransactionIsolation":
            case "supportsTransactionIsolationLevel":
                return Connection.TRANSACTION_SERIALIZABLE;
            case "createStatement":
            case "prepareCall":
                return index == 0 || index == 1 && method.equals("prepareCall")
                        ? ResultSet.TYPE_FORWARD_ONLY
                        : isLast(method, index) ? ResultSet.CLOSE_CURSORS_AT_COMMIT : ResultSet.CONCUR_READ_ONLY;
            case "prepareStatement":
                return index == 1
                        ? Statement.NO_GENERATED_KEYS
                        : index == 2 ? ResultSet.CONCUR_READ_ONLY : ResultSet.CLOSE_CURSORS_AT_COMMIT;
            case "setHoldability":
                return ResultSet.CLOSE_CURSORS_AT_COMMIT;
            case "setFetchDirection":
                return ResultSet.FETCH_FORWARD;
            case "setNetworkTimeout":
                return 5000;
            case "setObject":
            case "setNull":
            case "registerOutParameter":
            case "updateObject":
                return index == 0 || method.startsWith("update") ? 1 : Types.INTEGER;
            default:
                return 1;
        }
    }

    private static boolean isLast(String method, int index) {
        return index == (method.equals("prepareCall") ? 3 : 2);
    }

    private Object text(String method, int index) {
        switch (method) {
            case "execute":
            case "executeQuery":
            case "executeUpdate":
            case "executeLargeUpdate":
            case "addBatch":
            case "prepareStatement":
            case "prepareCall":
            case "nativeSQL":
                return query;
            case "setSavepoint":
            case "setCursorName":
                return "fidelity_name";
            case "setClientInfo":
                return index == 0 ? "ApplicationName" : "changed";
            case "getClientInfo":
                return "ApplicationName";
            case "createArrayOf":
                return "INTEGER";
            case "setSchema":
            case "setCatalog":
                return "fidelity_unknown";
            case "enquoteLiteral":
            case "enquoteNCharLiteral":
            case "enquoteIdentifier":
            case "isSimpleIdentifier":
                return "it's";
            default:
                return index == 0 ? "id" : "7";
        }
    }
}
