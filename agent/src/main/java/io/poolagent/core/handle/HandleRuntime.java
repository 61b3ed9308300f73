package io.poolagent.core.handle;

import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** What handles do around the driver's methods; the bridge calls it. Any thread may call any method. */
public final class HandleRuntime {
    private HandleRuntime() {}

    /** Before the driver's method. Throws only what the driver would throw for a closed connection. */
    public static void before(PoolAgentHandle handle, int operation, @Nullable Object argument) throws SQLException {
        if (operation == Op.CLOSE_CHILD) {
            closing(handle);
            return;
        }
        ConnectionState connection = Child.connectionOf(handle);
        if (!connection.isOpen()) {
            AfterClose.before(handle, connection, operation);
        } else if (operation >= Op.ATTRIBUTE) {
            connection.setting(operation - Op.ATTRIBUTE, argument);
        } else {
            switch (operation) {
                case Op.RUN:
                    connection.working();
                    if (argument instanceof String) {
                        connection.sql((String) argument);
                    }
                    connection.running(argument == null ? ((Child) handle.poolAgentState()).sql : null);
                    break;
                case Op.SQL:
                    connection.working();
                    connection.sql((String) argument);
                    break;
                case Op.VENDOR:
                    connection.working();
                    connection.vendorCall(String.valueOf(argument));
                    break;
                case Op.LIVE:
                    connection.working();
                    break;
                case Op.NEXT:
                    connection.working();
                    SlowRuns.moves((Child) handle.poolAgentState());
                    break;
                case Op.DOUBT:
                    connection.doubting();
                    break;
                case Op.END:
                    connection.endingTransaction();
                    break;
                case Op.ABORT:
                    connection.aborting();
                    break;
                default:
                    throw new IllegalArgumentException("operation " + operation);
            }
        }
    }

    /** Instead of the driver's method. */
    public static @Nullable Object instead(PoolAgentHandle handle, int operation, @Nullable Object argument)
            throws SQLException {
        switch (operation) {
            case Op.CLOSE:
                ((ConnectionState) handle.poolAgentState()).close(handle);
                return null;
            case Op.UNWRAP:
                return Unwrapping.unwrap(handle, (Class<?>) argument);
            case Op.IS_WRAPPER:
                return Unwrapping.isWrapper(handle, (Class<?>) argument);
            case Op.TO_STRING:
                return Unwrapping.text(handle);
            default:
                throw new IllegalArgumentException("operation " + operation);
        }
    }

    /** After the driver's method: what the application gets for what the driver returned. */
    public static @Nullable Object after(@Nullable Object result, PoolAgentHandle handle, int operation) {
        if (result == null) {
            return null;
        }
        if (operation == Op.PARENT) {
            return Child.rootOf(handle);
        }
        Kind kind = Kind.of(result.getClass());
        if (kind == Kind.VALUE) {
            return result;
        }
        if (kind.wrapped()) {
            return wrap(result, handle, kind);
        }
        Escapes.leaves(result, handle, kind == Kind.ESCAPING || operation == Op.ESCAPE);
        return result;
    }

    /** The driver's object that answers for a closed handle of a connection; null where there is none. */
    public static @Nullable Object afterClose(PoolAgentHandle handle) {
        return AfterClose.answering(handle);
    }

    /** What the use of a closed handle throws where nothing of the driver's can answer for it. */
    public static SQLException closedException(PoolAgentHandle handle) {
        return Child.connectionOf(handle).closedException();
    }

    /** Lets go of handles that were kept for objects which are gone. Called now and then. */
    public static void letGo() {
        Held.purge();
    }

    /**
     * A method of the driver's failed.
     *
     * @return what the application gets for it: the same, but where the agent itself took the connection away
     */
    public static Throwable failed(PoolAgentHandle handle, Throwable failure) {
        return Child.connectionOf(handle).failed(failure);
    }

    private static Object wrap(Object raw, PoolAgentHandle from, Kind kind) {
        PoolAgentHandle root = Child.rootOf(from);
        if (kind == Kind.CONNECTION) {
            return root;
        }
        PoolAgentHandle known = known(raw, from);
        if (known != null) {
            return known;
        }
        ConnectionState connection = Child.connectionOf(from);
        HandleFactory factory = HandleFactory.of(raw.getClass());
        if (!factory.works()) {
            Escapes.leaves(raw, from, true);
            return raw;
        }
        boolean fromStatement = from.poolAgentDelegate() instanceof Statement;
        Tracked tracked = kind == Kind.METADATA || kind == Kind.RESULT_SET && fromStatement
                ? null
                : connection.track((AutoCloseable) raw);
        if (raw instanceof DatabaseMetaData) {
            Object last = connection.metaData();
            if (last instanceof PoolAgentHandle && ((PoolAgentHandle) last).poolAgentDelegate() == raw) {
                return last;
            }
        }
        PoolAgentHandle made = factory.make(raw, new Child(root, from, connection, tracked));
        if (raw instanceof DatabaseMetaData) {
            connection.metaData(made);
        } else if (raw instanceof PreparedStatement && kind == Kind.STATEMENT) {
            ((Child) made.poolAgentState()).sql = connection.lastSql();
        }
        if (kind == Kind.METADATA && from.poolAgentState() instanceof Child) {
            ((Child) from.poolAgentState()).lastMetaData(made);
        }
        if (kind == Kind.RESULT_SET && fromStatement && from.poolAgentState() instanceof Child) {
            Child statement = (Child) from.poolAgentState();
            statement.lastResult(made);
            SlowRuns.asked(statement, made);
            if (statement.tracked != null) {
                statement.tracked.rows(true);
            }
        }
        return made;
    }

    /** The handle that the application has for this object already, as far as it can be known. */
    private static @Nullable PoolAgentHandle known(Object raw, PoolAgentHandle from) {
        if (!(from.poolAgentState() instanceof Child)) {
            return null;
        }
        Child child = (Child) from.poolAgentState();
        PoolAgentHandle last = child.last(raw);
        if (last != null) {
            return last;
        }
        for (PoolAgentHandle at = from;
                at.poolAgentState() instanceof Child;
                at = ((Child) at.poolAgentState()).parent) {
            if (at.poolAgentDelegate() == raw) {
                return at;
            }
        }
        return null;
    }

    private static void closing(PoolAgentHandle handle) {
        Object state = handle.poolAgentState();
        if (!(state instanceof Child)) {
            return;
        }
        Child child = (Child) state;
        if (child.tracked != null) {
            child.tracked.close();
        } else if (child.parent.poolAgentState() instanceof Child) {
            Tracked statement = ((Child) child.parent.poolAgentState()).tracked;
            if (statement != null) {
                statement.rows(false);
            }
        }
        SlowRuns.closing(child);
    }
}
