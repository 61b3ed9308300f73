package legacy.odd;

import static legacy.odd.Journal.once;
import static legacy.odd.Journal.times;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Drivers that answer a connect with anything but a fresh, well-behaved connection. */
public final class OddDrivers {
    private OddDrivers() {}

    public static void main(String[] arguments) throws SQLException {
        noDriver();
        failingDrivers();
        oddConnections();
        driversThatCallDrivers();
        deregistered();
    }

    private static void noDriver() throws SQLException {
        times("no driver", () -> Journal.use(DriverManager.getConnection("jdbc:nobody:x", "me", "secret")));
        times("null URL", () -> Journal.use(DriverManager.getConnection(null)));
        times("null URL, properties", () -> Journal.use(DriverManager.getConnection(null, new Properties())));
        times("empty URL", () -> Journal.use(DriverManager.getConnection("")));
        StubDriver plain = new StubDriver("plain", (url, info) -> new StubConnection(url)).register();
        times("plain", () -> Journal.use(DriverManager.getConnection("jdbc:plain:x")));
        times("plain, null user", () -> Journal.use(DriverManager.getConnection("jdbc:plain:x", null, null)));
        times("driver, null URL", () -> Journal.use(plain.connect(null, new Properties())));
        times("driver, null properties", () -> Journal.use(plain.connect("jdbc:plain:y", null)));
        times("driver, other URL", () -> Journal.use(plain.connect("jdbc:other:y", new Properties())));
    }

    private static void failingDrivers() throws SQLException {
        new StubDriver("null", (url, info) -> null).register();
        times("driver returns null", () -> Journal.use(DriverManager.getConnection("jdbc:null:x")));
        SQLException same = new SQLException("always this one", "28000", 4711);
        new StubDriver("same-exception", (url, info) -> {
                    throw same;
                })
                .register();
        times("the driver's own exception object", () -> {
            try {
                return DriverManager.getConnection("jdbc:same-exception:x");
            } catch (SQLException e) {
                return e == same;
            }
        });
        new StubDriver("error", (url, info) -> {
                    throw new NoClassDefFoundError("org/driver/Missing");
                })
                .register();
        times("driver throws an Error", () -> DriverManager.getConnection("jdbc:error:x"));
        new StubDriver("memory", (url, info) -> {
                    throw new OutOfMemoryError("of the driver's own");
                })
                .register();
        times("driver runs out of memory", () -> DriverManager.getConnection("jdbc:memory:x"));
        new StubDriver("runtime", (url, info) -> {
                    throw new IllegalStateException("driver", new SQLException("inside", "08006"));
                })
                .register();
        times("driver throws a RuntimeException", () -> DriverManager.getConnection("jdbc:runtime:x"));
        new StubDriver("checked", (url, info) -> {
                    throw OddDrivers.<RuntimeException>sneaked(new java.io.IOException("not declared"));
                })
                .register();
        times("driver throws what it does not declare", () -> DriverManager.getConnection("jdbc:checked:x"));
        new StubDriver("overflow", (url, info) -> deeper(url)).register();
        times("driver overflows the stack", () -> {
            try {
                return DriverManager.getConnection("jdbc:overflow:x");
            } catch (StackOverflowError e) {
                return "StackOverflowError";
            }
        });
        StubDriver moody = new StubDriver("moody", new StubDriver.Answer() {
            private int calls;

            @Override
            public Connection connect(String url, Properties info) throws SQLException {
                if (++calls % 2 == 1) {
                    throw new SQLException("not now", "08001", calls);
                }
                return new StubConnection(url);
            }
        });
        once("driver fails first", () -> Journal.use(moody.connect("jdbc:moody:x", new Properties())));
        once("driver fails no more", () -> Journal.use(moody.connect("jdbc:moody:x", new Properties())));
    }

    @SuppressWarnings("InfiniteRecursion")
    private static Connection deeper(String url) {
        return deeper(url);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T sneaked(Throwable e) throws T {
        throw (T) e;
    }

    private static void oddConnections() throws SQLException {
        StubConnection only = new StubConnection("jdbc:only:x") {
            @Override
            public void close() {}
        };
        new StubDriver("only", (url, info) -> only).register();
        times("one connection for everybody", () -> Journal.use(DriverManager.getConnection("jdbc:only:x")));
        once("one connection for everybody, two at once", () -> {
            Connection one = DriverManager.getConnection("jdbc:only:x");
            Connection other = DriverManager.getConnection("jdbc:only:x");
            one.setAutoCommit(false);
            String seen = "shared state " + !other.getAutoCommit();
            other.setAutoCommit(true);
            one.close();
            seen += ", other open " + !other.isClosed();
            other.close();
            return seen;
        });
        new StubDriver("proxy", (url, info) -> proxy(new StubConnection(url))).register();
        times("connection is a Proxy", () -> Journal.use(DriverManager.getConnection("jdbc:proxy:x")));
        new StubDriver("closed", (url, info) -> {
                    StubConnection closed = new StubConnection(url);
                    closed.close();
                    return closed;
                })
                .register();
        times("connection is closed already", () -> {
            try (Connection connection = DriverManager.getConnection("jdbc:closed:x")) {
                return connection.isClosed();
            }
        });
        new StubDriver("bare", (url, info) -> new BareConnection()).register();
        times("connection can do nothing", () -> {
            try (Connection connection = DriverManager.getConnection("jdbc:bare:x")) {
                return connection.createStatement();
            }
        });
        new StubDriver("final", (url, info) -> new FinalConnection(url)).register();
        times("connection's class is final", () -> Journal.use(DriverManager.getConnection("jdbc:final:x")));
    }

    private static Connection proxy(Connection to) {
        return (Connection) Proxy.newProxyInstance(
                OddDrivers.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(to, arguments);
                        return result instanceof java.sql.Statement ? statementOf((Connection) proxy, result) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Object statementOf(Connection connection, Object statement) {
        return Proxy.newProxyInstance(
                OddDrivers.class.getClassLoader(),
                new Class<?>[] {java.sql.Statement.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getConnection") ? connection : method.invoke(statement, arguments));
    }

    private static void driversThatCallDrivers() throws SQLException {
        new StubDriver("outer", (url, info) -> DriverManager.getConnection("jdbc:plain:inner", info)).register();
        times("driver that passes on another's", () -> Journal.use(DriverManager.getConnection("jdbc:outer:x")));
        new StubDriver("wrapper", (url, info) -> proxy(DriverManager.getConnection("jdbc:plain:wrapped", info)))
                .register();
        times("driver that wraps another's", () -> Journal.use(DriverManager.getConnection("jdbc:wrapper:x")));
        new StubDriver("lookup", (url, info) -> {
                    try (Connection first = DriverManager.getConnection("jdbc:plain:lookup")) {
                        return new StubConnection(url + first.isClosed());
                    }
                })
                .register();
        times("driver that asks another first", () -> Journal.use(DriverManager.getConnection("jdbc:lookup:x")));
        new StubDriver(
                        "again",
                        (url, info) -> url.endsWith("!")
                                ? new StubConnection(url)
                                : DriverManager.getConnection(url + "!", info))
                .register();
        times("driver that calls itself", () -> Journal.use(DriverManager.getConnection("jdbc:again:x")));
        new StubDriver("outer-fails", (url, info) -> DriverManager.getConnection("jdbc:runtime:x", info)).register();
        times("driver whose inner driver fails", () -> DriverManager.getConnection("jdbc:outer-fails:x"));
    }

    private static void deregistered() throws SQLException {
        StubDriver gone = new StubDriver("gone", (url, info) -> new StubConnection(url)).register();
        times("registered", () -> Journal.use(DriverManager.getConnection("jdbc:gone:x")));
        DriverManager.deregisterDriver(gone);
        times("deregistered", () -> Journal.use(DriverManager.getConnection("jdbc:gone:x")));
        times("deregistered, called by itself", () -> Journal.use(gone.connect("jdbc:gone:x", new Properties())));
    }

    private static final class FinalConnection extends StubConnection {
        FinalConnection(String url) {
            super(url);
        }
    }
}
