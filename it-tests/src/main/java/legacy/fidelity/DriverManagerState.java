package legacy.fidelity;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Enumeration;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Logger;
import legacy.Session;

/** What belongs to DriverManager and to drivers, which the whole program shares. */
public final class DriverManagerState implements Topic {
    @Override
    public void list(Cases cases) {
        cases.add("drivers", DriverManagerState::drivers);
        cases.add("driver of a URL", DriverManagerState::driver);
        cases.add("login timeout", DriverManagerState::loginTimeout);
        cases.add("log writer", DriverManagerState::logWriter);
        cases.add("deregistered, pool or no pool", DriverManagerState::deregistered);
        cases.add("driver of the program's own in front", DriverManagerState::ownDriver);
        cases.add("driver made by the program", DriverManagerState::madeDriver);
        cases.add("URL of another product", DriverManagerState::foreignUrl);
        cases.add("properties with defaults", DriverManagerState::defaults);
        cases.add("properties changed after the connect", DriverManagerState::changedLater);
        cases.add("context class loader", DriverManagerState::contextLoader);
        cases.add("threads and hooks of the program", DriverManagerState::threads);
    }

    private static Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Enumeration<Driver> all = DriverManager.getDrivers(); all.hasMoreElements(); ) {
            names.add(all.nextElement().getClass().getName());
        }
        return names;
    }

    private static void drivers(Bench bench) throws SQLException {
        bench.say("before", names());
        try (Connection connection = bench.connect()) {
            bench.say("meanwhile", names());
        }
        bench.say("after", names());
    }

    private static void driver(Bench bench) throws SQLException {
        Driver driver = DriverManager.getDriver(bench.account.url);
        bench.say("class", driver.getClass().getName());
        bench.say("accepts", driver.acceptsURL(bench.account.url));
        bench.say("version", driver.getMajorVersion() + "." + driver.getMinorVersion());
        bench.say("compliant", driver.jdbcCompliant());
        bench.ask("logger", () -> driver.getParentLogger().getName());
        Set<String> properties = new TreeSet<>();
        for (DriverPropertyInfo each : driver.getPropertyInfo(bench.account.url, bench.account.properties())) {
            properties.add(each.name + (each.required ? "!" : ""));
        }
        bench.say("properties", properties);
        try (Connection connection = driver.connect(bench.account.url, bench.account.properties())) {
            bench.ask("works", () -> Session.first(connection, bench.product.one()));
        }
    }

    private static void loginTimeout(Bench bench) throws SQLException {
        bench.say("before", DriverManager.getLoginTimeout());
        for (int seconds : new int[] {7, 0}) {
            DriverManager.setLoginTimeout(seconds);
            try (Connection connection = bench.connect()) {
                bench.say("then", DriverManager.getLoginTimeout());
                bench.ask("network timeout", connection::getNetworkTimeout);
            }
            bench.say("after", DriverManager.getLoginTimeout());
        }
    }

    /** DriverManager writes what it does; the driver may, too. */
    private static void logWriter(Bench bench) throws SQLException {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text, true);
        DriverManager.setLogWriter(writer);
        try (Connection connection = bench.connect()) {
            bench.say("the same writer", DriverManager.getLogWriter() == writer);
            DriverManager.println("said by the program");
        }
        bench.ask("wrong", () -> DriverManager.getConnection(bench.account.url, bench.account.user, "wrong"));
        DriverManager.setLogWriter(null);
        bench.say("lines of the driver's", text.toString().contains("[derby]"));
        for (String line : text.toString().split("\\R")) {
            if (!line.startsWith("[derby]") && !line.startsWith("\tat ") && !line.startsWith("\t... ")) {
                System.out.println(Show.stable(line).replaceAll("\\d\\d\\d\\d-\\d\\d-\\d\\d[ T][^ ]*", "TIME"));
            }
        }
    }

    private static void deregistered(Bench bench) throws SQLException {
        bench.connect().close();
        Driver driver = DriverManager.getDriver(bench.account.url);
        DriverManager.deregisterDriver(driver);
        try {
            bench.say("drivers", names());
            bench.ask("connect", () -> {
                try (Connection connection = bench.account.connect()) {
                    return "connected";
                }
            });
            bench.ask("driver itself", () -> {
                try (Connection connection = driver.connect(bench.account.url, bench.account.properties())) {
                    return "connected";
                }
            });
        } finally {
            DriverManager.registerDriver(driver);
        }
        try (Connection connection = bench.connect()) {
            bench.ask("registered again", () -> Session.first(connection, bench.product.one()));
        }
    }

    /** Passes everything on, and counts. */
    private static final class Counting implements Driver {
        private final Driver behind;
        private final String scheme;
        private int connects;

        Counting(Driver behind, String scheme) {
            this.behind = behind;
            this.scheme = scheme;
        }

        @Override
        public Connection connect(String url, Properties info) throws SQLException {
            if (!acceptsURL(url)) {
                return null;
            }
            connects++;
            return behind.connect(url.substring(scheme.length()), info);
        }

        @Override
        public boolean acceptsURL(String url) {
            return url.startsWith(scheme);
        }

        @Override
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
            return new DriverPropertyInfo[0];
        }

        @Override
        public int getMajorVersion() {
            return 1;
        }

        @Override
        public int getMinorVersion() {
            return 0;
        }

        @Override
        public boolean jdbcCompliant() {
            return false;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }
    }

    private static void ownDriver(Bench bench) throws SQLException {
        Counting counting = new Counting(DriverManager.getDriver(bench.account.url), "counted:");
        DriverManager.registerDriver(counting);
        try {
            for (int i = 0; i < 3; i++) {
                try (Connection connection = DriverManager.getConnection(
                        "counted:" + bench.account.url, bench.account.user, bench.account.password)) {
                    bench.ask("works", () -> Session.first(connection, bench.product.one()));
                }
            }
            bench.say("connects seen", counting.connects);
        } finally {
            DriverManager.deregisterDriver(counting);
        }
    }

    private static void madeDriver(Bench bench) throws Exception {
        Driver made = DriverManager.getDriver(bench.account.url)
                .getClass()
                .getConstructor()
                .newInstance();
        for (int i = 0; i < 2; i++) {
            try (Connection connection = made.connect(bench.account.url, bench.account.properties())) {
                bench.ask("works", () -> Session.first(connection, bench.product.one()));
            }
        }
        bench.say("drivers", names());
    }

    private static void foreignUrl(Bench bench) throws SQLException {
        Driver driver = DriverManager.getDriver(bench.account.url);
        bench.ask("another product's", () -> driver.connect("jdbc:fidelity:x", new Properties()));
        bench.ask("null", () -> driver.connect(null, new Properties()));
        bench.ask("empty", () -> driver.connect("", new Properties()));
        bench.ask("without properties", () -> {
            try (Connection connection = driver.connect(bench.account.url, null)) {
                return connection != null;
            }
        });
    }

    private static void defaults(Bench bench) throws SQLException {
        Properties info = new Properties(bench.account.properties());
        for (int i = 0; i < 2; i++) {
            bench.ask("connect", () -> {
                try (Connection connection = DriverManager.getConnection(bench.account.url, info)) {
                    return Session.first(connection, bench.product.one());
                }
            });
        }
        bench.say("own", info);
    }

    private static void changedLater(Bench bench) throws SQLException {
        Properties info = bench.account.properties();
        DriverManager.getConnection(bench.account.url, info).close();
        info.setProperty("password", "changed later");
        bench.ask("connect", () -> {
            try (Connection connection = DriverManager.getConnection(bench.account.url, info)) {
                return "connected";
            }
        });
        info.setProperty("password", bench.account.password);
        bench.ask("changed back", () -> {
            try (Connection connection = DriverManager.getConnection(bench.account.url, info)) {
                return "connected";
            }
        });
    }

    private static void contextLoader(Bench bench) throws SQLException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(null);
        try (Connection connection = bench.connect()) {
            bench.ask("works", () -> Session.first(connection, bench.product.one()));
            bench.say("still null", Thread.currentThread().getContextClassLoader() == null);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static void threads(Bench bench) throws SQLException {
        bench.connect().close();
        Thread[] group = new Thread[100];
        int count = Thread.currentThread().getThreadGroup().enumerate(group);
        Set<String> notDaemons = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            if (!group[i].isDaemon()) {
                notDaemons.add(group[i].getName());
            }
        }
        bench.say("threads that keep the JVM", notDaemons);
        bench.say("priority", Thread.currentThread().getPriority());
        bench.say("handler", Thread.getDefaultUncaughtExceptionHandler());
    }
}
