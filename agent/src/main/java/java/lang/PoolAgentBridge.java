package java.lang;

import java.util.Properties;

/**
 * The one class that application, driver and agent code share: rewritten methods and generated handles call its static
 * methods, which pass the call on to the agent's core. It is defined in {@code java.lang} because every class loader
 * delegates {@code java.*}, those of OSGi and JBoss Modules included, and a class there can be named without a module
 * read edge. Only types of {@code java.base} appear here: {@code java.sql} is not visible from it.
 *
 * <p>Every method may be called by any thread. While {@link #instance} is null each of them answers "go on as without
 * the agent".
 */
public abstract class PoolAgentBridge {
    /** What a hook returns where the intercepted method's own result was null; {@link #result} turns it back. */
    public static final Object NOTHING = new Object();

    /** The agent's core, or null while there is none. Set once at start-up, before the first class is rewritten. */
    public static PoolAgentBridge instance;

    /**
     * Prologue of {@code java.sql.Driver.connect}. This and {@link #getConnection} are called on {@link #instance}, where
     * there is one, with no static method between: each frame on the stack makes it dearer to capture.
     *
     * @return the connection to hand out, {@link #NOTHING} for a null result, or null to go on with the original body
     * @throws Throwable what the driver itself threw, never an exception of the agent's
     */
    public abstract Object connect(Object driver, String url, Properties info) throws Throwable;

    /**
     * Prologue of {@code DataSource.getConnection}, with user and password or without; results as of {@link #connect}.
     *
     * @param login whether user and password were given
     */
    public abstract Object getConnection(Object dataSource, String user, String password, boolean login)
            throws Throwable;

    /** Turns a hook's non-null answer into the intercepted method's result. */
    public static Object result(Object answer) {
        return answer == NOTHING ? null : answer;
    }

    /** From here to {@link #exit} this thread connects on behalf of a foreign pool: nothing is pooled. Never throws. */
    public static void enter() {
        PoolAgentBridge core = instance;
        if (core != null) {
            core.onGuard(true);
        }
    }

    /** Ends what {@link #enter} began. Never throws. */
    public static void exit() {
        PoolAgentBridge core = instance;
        if (core != null) {
            core.onGuard(false);
        }
    }

    /**
     * Ends what {@link #enter} began in a method by which a foreign pool hands out a connection. Never throws.
     *
     * @param connection what it is about to return; may be null
     */
    public static void handedOut(Object source, Object connection) {
        PoolAgentBridge core = instance;
        if (core != null) {
            core.onHandedOut(source, connection);
        }
    }

    /** As {@link #handedOut}, where the method throws. Never throws itself. */
    public static void refused(Object source, Throwable thrown) {
        PoolAgentBridge core = instance;
        if (core != null) {
            core.onRefused(source, thrown);
        }
    }

    /** What a foreign pool handed out is about to be closed, or something that is like it. Never throws. */
    public static void released(Object connection) {
        PoolAgentBridge core = instance;
        if (core != null && connection != null) {
            core.onReleased(connection);
        }
    }

    /** As {@link #released}, where a proxy is called. Never throws. */
    public static void invoked(Object proxy, java.lang.reflect.Method method) {
        if (method != null
                && (method.getName().equals("close") || method.getName().equals("abort"))) {
            released(proxy);
        }
    }

    /**
     * Prologue of a method by which a foreign pool that is taken over gives connections; results as of {@link #connect}.
     *
     * @param pool the pool; the name of its class where the method is static
     */
    public static Object takeOver(Object pool) throws Throwable {
        PoolAgentBridge core = instance;
        return core == null ? null : core.onTakeOver(pool);
    }

    /** The thread enters the constructor or a giving method of such a pool, or leaves it with null. Never throws. */
    public static void inside(Object pool) {
        PoolAgentBridge core = instance;
        if (core != null) {
            core.onInside(pool);
        }
    }

    /**
     * Prologue of a method by which such a pool takes connections back.
     *
     * @return whether the connection was a managed pool's, and is closed
     */
    public static boolean takeBack(Object connection) throws Throwable {
        if (!(connection instanceof PoolAgentHandle)) {
            return false;
        }
        ((AutoCloseable) connection).close();
        return true;
    }

    /** What a method of a handle does before the driver's method runs; see the operation codes of the core. */
    public static void before(Object handle, int operation, Object argument) throws Throwable {
        instance.beforeCall(handle, operation, argument);
    }

    /** Answers a whole call on behalf of the driver; see the operation codes of the core. */
    public static Object instead(Object handle, int operation, Object argument) throws Throwable {
        return instance.insteadOfCall(handle, operation, argument);
    }

    /**
     * A method that runs a statement has ended, in either way. Never throws.
     *
     * @param rows how many rows it changed; negative where it returned something else, or failed
     */
    public static void done(long rows, Object handle) {
        instance.onDone(handle, rows);
    }

    /**
     * As {@link #done}, for a batch.
     *
     * @param counts how many rows each statement changed, an array of ints or longs
     */
    public static void doneBatch(Object counts, Object handle) {
        instance.onDoneBatch(handle, counts);
    }

    /** Turns what the driver's method returned into what the application may hold. Never throws. */
    public static Object after(Object result, Object handle, int operation) {
        return instance.afterCall(result, handle, operation);
    }

    /**
     * Called where a handle has no physical object any more, because it was closed.
     *
     * @return the driver's object that answers for it; null where there is none
     */
    public static Object closed(Object handle) {
        return instance.afterClose(handle);
    }

    /**
     * As {@link #closed}, for methods that a driver refuses on a closed connection.
     *
     * @return the driver's object that answers for it
     * @throws Throwable what the driver throws for the use of a closed connection, where there is no such object
     */
    public static Object closedOrThrow(Object handle) throws Throwable {
        return instance.afterCloseOrThrow(handle);
    }

    /** Notes that a driver's method failed. Returns what is to be thrown on: the same, as a rule. Never throws. */
    public static Throwable failed(Object handle, Throwable failure) {
        return instance.onFailure(handle, failure);
    }

    /** The physical object where the argument is a handle, else the argument itself. */
    public static Object raw(Object argument) {
        return argument instanceof PoolAgentHandle ? ((PoolAgentHandle) argument).poolAgentDelegate() : argument;
    }

    protected abstract void onGuard(boolean enter);

    protected abstract Object onTakeOver(Object pool) throws Throwable;

    protected abstract void onInside(Object pool);

    protected abstract void onHandedOut(Object source, Object connection);

    protected abstract void onRefused(Object source, Throwable thrown);

    protected abstract void onReleased(Object connection);

    protected abstract void beforeCall(Object handle, int operation, Object argument) throws Throwable;

    protected abstract Object insteadOfCall(Object handle, int operation, Object argument) throws Throwable;

    protected abstract Object afterCall(Object result, Object handle, int operation);

    protected abstract Object afterClose(Object handle);

    protected abstract Object afterCloseOrThrow(Object handle) throws Throwable;

    protected abstract void onDone(Object handle, long rows);

    protected abstract void onDoneBatch(Object handle, Object counts);

    protected abstract Throwable onFailure(Object handle, Throwable failure);
}
