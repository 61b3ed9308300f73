package legacy.fidelity;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import legacy.Account;
import legacy.Session;

/** URLs that name several servers, whose connections may be proxies of the driver's own. */
public final class ManyHosts implements Topic {
    private static final Pattern PLACE = Pattern.compile("(jdbc:[a-z]+:)//(127\\.0\\.0\\.1:\\d+)(.*)");

    @Override
    public void setUp(Bench bench) throws SQLException {
        Rows.make(bench);
    }

    @Override
    public void list(Cases cases) {
        String[] kinds;
        switch (cases.product()) {
            case POSTGRES:
                kinds = new String[] {
                    "//A,A$?targetServerType=primary", "//A,A$?loadBalanceHosts=true", "//127.0.0.1:1,A$"
                };
                break;
            case MARIADB:
                kinds = new String[] {
                    "sequential://A,A$", "loadbalance://A,A$", "replication://A,A$", "//127.0.0.1:1,A$"
                };
                break;
            default:
                kinds = new String[] {"//A,A$", "loadbalance://A,A$", "replication://A,A$", "//A,127.0.0.1:1$"};
        }
        for (String kind : kinds) {
            cases.add("work by " + kind, bench -> work(bench, account(bench, kind)));
            cases.add("attributes by " + kind, bench -> attributes(bench, account(bench, kind)));
            cases.add("relations by " + kind, bench -> relations(bench, account(bench, kind)));
            cases.add("use after close by " + kind, bench -> afterClose(bench, account(bench, kind)));
        }
    }

    private static Account account(Bench bench, String kind) {
        Matcher matcher = PLACE.matcher(bench.account.url);
        if (!matcher.matches()) {
            throw new IllegalStateException("no place in the URL");
        }
        String rest = kind.contains("?") ? matcher.group(3).replace('?', '&') : matcher.group(3);
        String url = matcher.group(1)
                + kind.replace("A", matcher.group(2)).replace("$", "/shop")
                + rest.replace("/shop", "");
        return new Account(url, bench.account.user, bench.account.password);
    }

    private static void work(Bench bench, Account account) throws SQLException {
        Rows.fill(bench);
        for (int lease = 0; lease < 4; lease++) {
            try (Connection connection = account.connect()) {
                connection.setAutoCommit(false);
                Session.run(connection, "INSERT INTO fidelity_rows VALUES (" + (90 + lease) + ", 'host')");
                if (lease % 2 == 0) {
                    connection.commit();
                }
                bench.ask("rows", () -> Session.first(connection, "SELECT count(*) FROM fidelity_rows"));
            }
        }
        try (Connection connection = account.connect()) {
            bench.ask("rows", () -> Session.first(connection, "SELECT count(*) FROM fidelity_rows"));
        }
    }

    private static void attributes(Bench bench, Account account) throws SQLException {
        try (Connection connection = account.connect()) {
            Bench.quietly(() -> connection.setReadOnly(true));
            Bench.quietly(() -> connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE));
            Bench.quietly(() -> connection.setAutoCommit(false));
            Bench.quietly(() -> Session.first(connection, bench.product.one()));
        }
        Look.atTheNext(bench, account::connect);
    }

    private static void relations(Bench bench, Account account) throws SQLException {
        for (int lease = 0; lease < 2; lease++) {
            try (Connection connection = account.connect();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(Rows.QUERY)) {
                DatabaseMetaData metadata = connection.getMetaData();
                if (bench.product != Product.MYSQL) { // which leads to connections behind its proxies
                    bench.ask(
                            "statement's connection",
                            () -> statement.getConnection().equals(connection));
                    bench.ask(
                            "metadata's connection",
                            () -> metadata.getConnection().equals(connection));
                }
                bench.ask("rows' statement", () -> rows.getStatement().equals(statement));
                bench.say("equal", connection.equals(statement));
                int hash = connection.hashCode();
                bench.ask("hash stays", () -> connection.hashCode() == hash);
                bench.ask("wraps", () -> connection.isWrapperFor(Connection.class));
                bench.ask(
                        "driver's interface",
                        () -> driverInterface(bench.product).isInstance(connection));
                bench.ask("unwrapped", () -> connection.unwrap(driverInterface(bench.product)) != null);
            }
        }
    }

    private static Class<?> driverInterface(Product product) throws ClassNotFoundException {
        switch (product) {
            case POSTGRES:
                return Class.forName("org.postgresql.PGConnection");
            case MARIADB:
                return Class.forName("org.mariadb.jdbc.Connection");
            default:
                return Class.forName("com.mysql.cj.jdbc.JdbcConnection");
        }
    }

    private static void afterClose(Bench bench, Account account) throws SQLException {
        Connection connection = account.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(Rows.QUERY);
        connection.close();
        bench.ask("closed", connection::isClosed);
        bench.ask("statement closed", statement::isClosed);
        bench.ask("rows closed", rows::isClosed);
        bench.ask("create", connection::createStatement);
        bench.ask("query", () -> statement.executeQuery(Rows.QUERY));
        bench.ask("next", rows::next);
        bench.ask("autocommit", connection::getAutoCommit);
        bench.act("rollback", connection::rollback);
        bench.act("close again", connection::close);
        try (Connection next = account.connect()) {
            bench.ask("next lease", () -> Session.first(next, bench.product.one()));
        }
    }
}
