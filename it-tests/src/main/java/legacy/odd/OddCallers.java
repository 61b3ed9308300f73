package legacy.odd;

import static legacy.odd.Journal.once;
import static legacy.odd.Journal.times;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;

/** Callers that ask in odd ways, and connections that do not bear to be asked what the program never asks. */
public final class OddCallers {
    private static final int MORE_THAN_A_POOL = 15;

    private OddCallers() {}

    public static void main(String[] arguments) throws Exception {
        new StubDriver("plain", (url, info) -> new StubConnection(url)).register();
        driverManager();
        threads();
        touchyConnections();
    }

    private static void driverManager() throws SQLException {
        DriverManager.setLogWriter(new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true));
        times("with a log writer", () -> Journal.use(DriverManager.getConnection("jdbc:plain:log")));
        once("with a log writer, no driver", () -> DriverManager.getConnection("jdbc:nobody:log"));
        DriverManager.setLogWriter(null);
        Enumeration<Driver> drivers = DriverManager.getDrivers();
        while (drivers.hasMoreElements()) {
            System.out.println("driver " + drivers.nextElement().getClass().getName());
        }
        once(
                "getDriver",
                () -> DriverManager.getDriver("jdbc:plain:x").getClass().getName());
        once("login timeout", () -> DriverManager.getLoginTimeout());
    }

    private static void threads() throws Exception {
        once("interrupted caller", () -> {
            Thread.currentThread().interrupt();
            String seen = Journal.use(DriverManager.getConnection("jdbc:plain:interrupted"));
            return seen + ", interrupted " + Thread.interrupted();
        });
        once("interrupted caller, all of a pool in use", () -> {
            List<Connection> held = new ArrayList<>();
            Thread.currentThread().interrupt();
            for (int i = 0; i < MORE_THAN_A_POOL; i++) {
                held.add(DriverManager.getConnection("jdbc:plain:interrupted-more"));
            }
            boolean interrupted = Thread.interrupted();
            for (Connection connection : held) {
                connection.close();
            }
            return held.size() + " connections, interrupted " + interrupted;
        });
        Thread thread = new Thread(() -> once(
                "thread without a context class loader",
                () -> Journal.use(DriverManager.getConnection("jdbc:plain:no-loader"))));
        thread.setContextClassLoader(null);
        thread.start();
        thread.join();
        Thread closing = new Thread(() -> once("thread closes what another opened", () -> {
            Connection connection = DriverManager.getConnection("jdbc:plain:threads");
            Thread closer = new Thread(() -> once("closer", () -> {
                connection.close();
                return connection.isClosed();
            }));
            closer.start();
            closer.join();
            return connection.isClosed();
        }));
        closing.start();
        closing.join();
    }

    private static void touchyConnections() throws SQLException {
        new StubDriver("touchy", (url, info) -> new Touchy(url)).register();
        times("connection that only bears what the program does", () -> {
            Connection connection = DriverManager.getConnection("jdbc:touchy:x");
            connection.commit();
            connection.close();
            return "closed " + connection.isClosed();
        });
        new StubDriver("no-metadata", (url, info) -> new StubConnection(url) {
                    @Override
                    public DatabaseMetaData getMetaData() {
                        return null;
                    }

                    @Override
                    public SQLWarning getWarnings() {
                        return new SQLWarning("always");
                    }
                })
                .register();
        times("connection without metadata", () -> Journal.use(DriverManager.getConnection("jdbc:no-metadata:x")));
        new StubDriver("close-fails", (url, info) -> new StubConnection(url) {
                    @Override
                    public void close() throws SQLException {
                        throw new SQLException("will not close", "25001");
                    }
                })
                .register();
        times("connection that refuses to close", () -> {
            Connection connection = DriverManager.getConnection("jdbc:close-fails:x");
            connection.setAutoCommit(false);
            connection.close();
            return "closed " + connection.isClosed();
        });
    }

    /** Bears commit, close and isClosed. */
    private static final class Touchy extends StubConnection {
        Touchy(String url) {
            super(url);
        }

        @Override
        public boolean getAutoCommit() {
            throw new IllegalStateException("getAutoCommit");
        }

        @Override
        public boolean isValid(int seconds) {
            throw new AbstractMethodError("isValid");
        }

        @Override
        public DatabaseMetaData getMetaData() {
            throw new LinkageError("getMetaData");
        }

        @Override
        public void clearWarnings() {
            throw new IllegalStateException("clearWarnings");
        }

        @Override
        public int hashCode() {
            throw new IllegalStateException("hashCode");
        }

        @Override
        @SuppressWarnings("EqualsHashCode")
        public boolean equals(Object other) {
            throw new IllegalStateException("equals");
        }

        @Override
        public String toString() {
            throw new IllegalStateException("toString");
        }
    }
}
