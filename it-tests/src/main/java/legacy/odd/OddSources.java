package legacy.odd;

import static legacy.odd.Journal.once;
import static legacy.odd.Journal.times;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.Vector;
import javax.sql.DataSource;
import legacy.PlainSource;

/** Data sources that answer with anything but a fresh, well-behaved connection, and pools that programs made at home. */
public final class OddSources {
    private OddSources() {}

    public static void main(String[] arguments) throws SQLException {
        new StubDriver("plain", (url, info) -> new StubConnection(url)).register();
        plainSources();
        failingSources();
        changingSources();
        homeMadePools();
    }

    private static void plainSources() {
        times(
                "source makes connections",
                () -> Journal.use(new Source(() -> new StubConnection("jdbc:s:1")).getConnection()));
        times(
                "source makes connections, login",
                () -> Journal.use(new Source(() -> new StubConnection("jdbc:s:2")).getConnection("me", "secret")));
        times(
                "source makes connections without URL",
                () -> Journal.use(new Source(() -> new StubConnection(null)).getConnection()));
        times(
                "source asks DriverManager",
                () -> Journal.use(new Source(() -> DriverManager.getConnection("jdbc:plain:source")).getConnection()));
        times(
                "source is a Proxy",
                () -> Journal.use(
                        proxy(new Source(() -> new StubConnection("jdbc:s:3"))).getConnection()));
        times("source calls a source", () -> {
            DataSource inner = new Source(() -> new StubConnection("jdbc:s:4"));
            return Journal.use(new Source(inner::getConnection).getConnection());
        });
        times(
                "source calls itself",
                () -> Journal.use(
                        new Source(() -> new StubConnection("jdbc:s:5")) {
                            @Override
                            public Connection getConnection() throws SQLException {
                                return super.getConnection("me", "secret");
                            }
                        }.getConnection()));
        StubConnection only = new StubConnection("jdbc:s:6") {
            @Override
            public void close() {}
        };
        times("source has one connection for everybody", () -> Journal.use(new Source(() -> only).getConnection()));
    }

    private static DataSource proxy(DataSource to) {
        return (DataSource) Proxy.newProxyInstance(
                OddSources.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> method.invoke(to, arguments));
    }

    private static void failingSources() {
        times("source returns null", () -> Journal.use(new Source(() -> null).getConnection()));
        times("source returns null, login", () -> Journal.use(new Source(() -> null).getConnection("a", "b")));
        SQLException same = new SQLException("always this one", "28000", 1);
        times("the source's own exception object", () -> {
            try {
                return new Source(() -> {
                            throw same;
                        })
                        .getConnection();
            } catch (SQLException e) {
                return e == same;
            }
        });
        times(
                "source throws an Error",
                () -> new Source(() -> {
                            throw new LinkageError("source");
                        })
                        .getConnection());
        times(
                "source throws a RuntimeException",
                () -> new Source(() -> {
                            throw new IllegalStateException("source");
                        })
                        .getConnection("me", "secret"));
    }

    private static void changingSources() {
        Source source = new Source(() -> new StubConnection("jdbc:s:7"));
        once("first", () -> Journal.use(source.getConnection()));
        source.password = "other";
        once("after a setter", () -> Journal.use(source.getConnection()));
        source.settings.put("a", new Object());
        once("with a value that has no equals", () -> Journal.use(source.getConnection()));
        source.settings.put("self", source.settings);
        once("with a map that contains itself", () -> Journal.use(source.getConnection()));
        source.settings = null;
        once("without settings", () -> Journal.use(source.getConnection()));
    }

    private static void homeMadePools() {
        HomeMadePool pool = new HomeMadePool();
        times("home-made pool", () -> {
            Connection one = pool.take();
            Connection other = pool.take();
            String seen = "two at once " + (one != other);
            pool.give(one);
            Connection again = pool.take();
            seen += ", the same again " + (one == again) + ", open " + !again.isClosed();
            pool.give(again);
            pool.give(other);
            return seen + ", pooled " + pool.size();
        });
        DataSource pooling = new Source(pool::take);
        times("home-made pool as a source", () -> {
            Connection taken = pooling.getConnection();
            String seen = "open " + !taken.isClosed();
            pool.give(taken);
            return seen + ", pooled " + pool.size();
        });
    }

    /** A connection or a failure. */
    interface Maker {
        Connection make() throws SQLException;
    }

    /** The pool that half the programs of 2005 have a class for. */
    private static final class HomeMadePool {
        private final Vector<Connection> free = new Vector<>();

        synchronized Connection take() throws SQLException {
            if (free.isEmpty()) {
                return DriverManager.getConnection("jdbc:plain:home-made");
            }
            Connection connection = free.firstElement();
            free.removeElementAt(0);
            return connection;
        }

        synchronized void give(Connection connection) {
            free.addElement(connection);
        }

        int size() {
            return free.size();
        }
    }

    private static class Source extends PlainSource {
        private final Maker maker;

        @SuppressWarnings("UnusedVariable")
        String password = "secret";

        Map<String, Object> settings = new TreeMap<>();

        Source(Maker maker) {
            this.maker = maker;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return maker.make();
        }

        @Override
        public Connection getConnection(String user, String pass) throws SQLException {
            return maker.make();
        }
    }
}
