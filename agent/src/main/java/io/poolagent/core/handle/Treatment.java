package io.poolagent.core.handle;

import java.lang.reflect.Method;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** What a handle's method does around the driver's method of the same signature. Immutable. */
final class Treatment {
    /**
     * What the method does on a closed connection. The driver's own closed object is asked where there is one; these
     * say what happens where there is none.
     */
    enum Closed {
        /** There is no closed state to look at. */
        IGNORED,
        /** Throws as the driver would. */
        THROWS,
        /** Returns true, always. */
        TRUE,
        /** Returns false. */
        FALSE,
        /** Does nothing. */
        NOTHING
    }

    final int before;
    final boolean beforeTakesFirst;
    final @Nullable String beforeConstant;
    final int instead;
    final int after;
    final Closed closed;

    private Treatment(int before, boolean first, @Nullable String constant, int instead, int after, Closed closed) {
        this.before = before;
        this.beforeTakesFirst = first;
        this.beforeConstant = constant;
        this.instead = instead;
        this.after = after;
        this.closed = closed;
    }

    /** A method that the driver's own code calls on an object of its own; the application can not see it. */
    static Treatment internal() {
        return new Treatment(0, false, null, 0, 0, Closed.IGNORED);
    }

    static Treatment of(Kind kind, Method method, boolean standard) {
        String name = method.getName();
        Class<?>[] parameters = method.getParameterTypes();
        int instead = instead(kind, name, parameters);
        if (instead != 0) {
            return new Treatment(0, instead != Op.CLOSE && instead != Op.TO_STRING, null, instead, 0, Closed.IGNORED);
        }
        boolean value = isValue(method.getReturnType());
        if (kind == Kind.CONNECTION) {
            return connection(name, parameters, standard, value);
        }
        boolean parent = name.equals("getConnection") && parameters.length == 0 && standard;
        int after = value ? 0 : parent ? Op.PARENT : standard ? Op.RESULT : Op.ESCAPE;
        if (kind == Kind.STATEMENT && name.startsWith("execute")) {
            return new Treatment(Op.RUN, takesText(parameters), null, 0, after, Closed.IGNORED);
        }
        if (kind == Kind.STATEMENT && takesText(parameters) && name.equals("addBatch")) {
            return new Treatment(Op.SQL, true, null, 0, after, Closed.IGNORED);
        }
        if (kind == Kind.STATEMENT && name.equals("cancel")) {
            // it may come too late, and would meet the next lease's statement
            return new Treatment(Op.ABORT, false, null, 0, after, Closed.IGNORED);
        }
        if (name.equals("close") && parameters.length == 0) {
            return new Treatment(Op.CLOSE_CHILD, false, null, 0, after, Closed.IGNORED);
        }
        if (kind == Kind.STATEMENT && name.equals("setQueryTimeout")) {
            return new Treatment(Op.ATTRIBUTE + Attribute.QUERY_TIMEOUT, false, null, 0, after, Closed.IGNORED);
        }
        if (kind == Kind.RESULT_SET && name.equals("next") && parameters.length == 0) {
            return new Treatment(Op.NEXT, false, null, 0, after, Closed.IGNORED);
        }
        boolean asks = kind == Kind.METADATA || kind == Kind.STATEMENT || kind == Kind.RESULT_SET && moves(name);
        return new Treatment(asks ? Op.LIVE : 0, false, null, 0, after, Closed.IGNORED);
    }

    /** Methods of a result set that may reach the connection; those for each column do not. */
    private static boolean moves(String name) {
        return !name.startsWith("get") && !name.equals("wasNull") && !name.equals("findColumn");
    }

    private static Treatment connection(String name, Class<?>[] parameters, boolean standard, boolean value) {
        if (!standard) {
            return new Treatment(Op.VENDOR, false, name, 0, value ? 0 : Op.ESCAPE, Closed.THROWS);
        }
        int after = value ? 0 : Op.RESULT;
        int attribute = Attribute.of(name);
        if (attribute != 0) {
            boolean told = attribute == Attribute.AUTO_COMMIT;
            return new Treatment(Op.ATTRIBUTE + attribute, told, null, 0, after, Closed.THROWS);
        }
        if (takesText(parameters) && name.startsWith("prepare")) {
            return new Treatment(Op.SQL, true, null, 0, after, Closed.THROWS);
        }
        switch (name) {
            case "isClosed":
                return new Treatment(0, false, null, 0, 0, Closed.TRUE);
            case "setSavepoint":
                // the object it gives belongs to the session: used later it would meet the next lease
                return new Treatment(Op.VENDOR, false, name, 0, after, Closed.THROWS);
            case "isValid":
                return new Treatment(Op.DOUBT, false, null, 0, 0, Closed.FALSE);
            case "commit":
                return new Treatment(Op.END, false, null, 0, 0, Closed.THROWS);
            case "rollback":
                return new Treatment(parameters.length == 0 ? Op.END : 0, false, null, 0, 0, Closed.THROWS);
            case "getAutoCommit":
            case "getWarnings":
            case "clearWarnings":
            case "setAutoCommit":
            case "createStatement":
                return new Treatment(0, false, null, 0, after, Closed.THROWS);
            case "abort":
                return new Treatment(Op.ABORT, false, null, 0, 0, Closed.NOTHING);
            default:
                // even a getter may ask the server, and begin a transaction by that
                return new Treatment(Op.LIVE, false, null, 0, after, Closed.THROWS);
        }
    }

    private static int instead(Kind kind, String name, Class<?>[] parameters) {
        if (parameters.length == 0) {
            if (name.equals("toString")) {
                return Op.TO_STRING;
            }
            return name.equals("close") && kind == Kind.CONNECTION ? Op.CLOSE : 0;
        }
        if (parameters.length == 1 && parameters[0] == Class.class) {
            return name.equals("unwrap") ? Op.UNWRAP : name.equals("isWrapperFor") ? Op.IS_WRAPPER : 0;
        }
        return 0;
    }

    private static boolean takesText(Class<?>[] parameters) {
        return parameters.length > 0 && parameters[0] == String.class;
    }

    /** Whether no object of this static type can be a part of the connection. */
    private static boolean isValue(Class<?> type) {
        if (type.isPrimitive() || type.isArray() || type.isEnum()) {
            return true;
        }
        String name = type.getName();
        return type != Object.class && name.startsWith("java.lang.")
                || name.startsWith("java.math.")
                || name.startsWith("java.time.")
                || name.startsWith("java.util.")
                || name.startsWith("java.net.")
                || type == java.sql.Date.class
                || type == java.sql.Time.class
                || type == java.sql.Timestamp.class
                || type == java.sql.SQLWarning.class
                || type == java.sql.Savepoint.class
                || type == java.sql.RowId.class;
    }

    /** Whether a parameter of this type may be given a handle, for which the driver needs its own object. */
    static boolean unwrapped(Class<?> parameter) {
        return Connection.class.isAssignableFrom(parameter)
                || Statement.class.isAssignableFrom(parameter)
                || PreparedStatement.class.isAssignableFrom(parameter)
                || CallableStatement.class.isAssignableFrom(parameter)
                || ResultSet.class.isAssignableFrom(parameter);
    }
}
