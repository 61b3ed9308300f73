package legacy.fidelity;

import java.sql.Connection;
import java.sql.SQLException;
import legacy.Account;
import legacy.Session;

/** What the server does at each login, as its administrator told it. */
public final class Logins implements Topic {
    private static final String USER = "fidelity_login";
    private static final String PASSWORD = "secret of the login";

    @Override
    public void list(Cases cases) {
        cases.add("settings of the role", bench -> postgres(bench, Logins::roleSettings), Product.POSTGRES);
        cases.add(
                "setting of the role in this database", bench -> postgres(bench, Logins::inDatabase), Product.POSTGRES);
        cases.add("role that is taken at login", bench -> postgres(bench, Logins::roleAtLogin), Product.POSTGRES);
        cases.add("trigger at login", bench -> postgres(bench, Logins::loginTrigger), Product.POSTGRES);
        cases.add("complaint at login", bench -> postgres(bench, Logins::loginNotice), Product.POSTGRES);
        cases.add("isolation of the role", bench -> postgres(bench, Logins::roleIsolation), Product.POSTGRES);
        cases.add("settings of a superuser", Logins::superuser, Product.POSTGRES);
        cases.add("password changed", bench -> postgres(bench, Logins::passwordChanged), Product.POSTGRES);
        cases.add("login taken away", bench -> postgres(bench, Logins::loginTakenAway), Product.POSTGRES);
        Product[] mariaDb = {Product.MARIADB, Product.MYSQL};
        cases.add("init_connect", bench -> mariaDb(bench, Logins::initConnect), mariaDb);
        cases.add("init_connect with a variable", bench -> mariaDb(bench, Logins::initConnectVariable), mariaDb);
        cases.add(
                "init_connect that switches autocommit off",
                bench -> mariaDb(bench, Logins::initConnectAutocommit),
                mariaDb);
        cases.add("default role", bench -> mariaDb(bench, Logins::defaultRole), mariaDb);
        cases.add("password of the account changed", bench -> mariaDb(bench, Logins::accountPassword), mariaDb);
    }

    private interface Body {
        void play(Bench bench, Account account, Connection administrator) throws Exception;
    }

    private static void postgres(Bench bench, Body body) throws Exception {
        try (Connection administrator = bench.administrator.connect()) {
            drop(administrator);
            Session.run(administrator, "CREATE ROLE " + USER + " LOGIN PASSWORD '" + PASSWORD + "'");
            try {
                body.play(bench, new Account(bench.account.url, USER, PASSWORD), administrator);
            } finally {
                drop(administrator);
            }
        }
    }

    private static void drop(Connection administrator) {
        Bench.quietly(() -> Session.run(administrator, "DROP EVENT TRIGGER IF EXISTS fidelity_login"));
        Bench.quietly(() -> Session.run(
                administrator,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '" + USER + "'"));
        Bench.quietly(() -> Session.run(administrator, "DROP ROLE IF EXISTS " + USER));
    }

    private static void mariaDb(Bench bench, Body body) throws Exception {
        try (Connection administrator = bench.administrator.connect()) {
            String account = "'" + USER + "'@'127.0.0.1'";
            Session.run(administrator, "DROP USER IF EXISTS " + account);
            Session.run(administrator, "CREATE USER " + account + " IDENTIFIED BY '" + PASSWORD + "'");
            Session.run(administrator, "GRANT ALL ON shop.* TO " + account);
            try {
                body.play(bench, new Account(bench.account.url, USER, PASSWORD), administrator);
            } finally {
                Bench.quietly(() -> Session.run(administrator, "SET GLOBAL init_connect = ''"));
                Bench.quietly(() -> Session.run(administrator, "DROP USER " + account));
            }
        }
    }

    /** Leases that leave nothing, change what the login set, and reset the session themselves. */
    private static void leases(Bench bench, Account account, String question, String... dirt) throws SQLException {
        bench.ask("fresh", () -> {
            try (Connection connection = account.connect()) {
                return Session.first(connection, question);
            }
        });
        for (String each : dirt) {
            try (Connection connection = account.connect()) {
                bench.act(each, () -> Session.run(connection, each));
            }
            try (Connection next = account.connect();
                    Connection other = account.connect()) {
                bench.ask("next", () -> Session.first(next, question));
                bench.ask("other", () -> Session.first(other, question));
            }
        }
    }

    private static void roleSettings(Bench bench, Account account, Connection administrator) throws SQLException {
        Session.run(administrator, "ALTER ROLE " + USER + " SET work_mem = '12MB'");
        Session.run(administrator, "ALTER ROLE " + USER + " SET fidelity.tenant = 'mine'");
        leases(
                bench,
                account,
                "SELECT current_setting('work_mem') || current_setting('fidelity.tenant')",
                "SELECT 1",
                "SET work_mem = '13MB'",
                "SET fidelity.tenant = 'other'",
                "RESET ALL",
                "DISCARD ALL",
                "CREATE TEMP TABLE x (a INT)");
    }

    private static void inDatabase(Bench bench, Account account, Connection administrator) throws SQLException {
        Session.run(administrator, "ALTER ROLE " + USER + " IN DATABASE shop SET search_path = pg_catalog");
        leases(bench, account, "SHOW search_path", "SELECT 1", "SET search_path = public", "DISCARD ALL");
    }

    private static void roleAtLogin(Bench bench, Account account, Connection administrator) throws SQLException {
        Bench.quietly(() -> Session.run(administrator, "CREATE ROLE fidelity_role"));
        Session.run(administrator, "GRANT fidelity_role TO " + USER);
        Session.run(administrator, "ALTER ROLE " + USER + " SET role = 'fidelity_role'");
        leases(bench, account, "SELECT current_user", "SELECT 1", "RESET ROLE", "SET ROLE NONE", "DISCARD ALL");
    }

    private static void loginTrigger(Bench bench, Account account, Connection administrator) throws SQLException {
        Session.run(
                administrator,
                "CREATE OR REPLACE FUNCTION fidelity_at_login() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " IF session_user = '" + USER + "' THEN"
                        + " PERFORM set_config('work_mem', '14MB', false);"
                        + " PERFORM set_config('fidelity.login', 'seen', false);"
                        + " END IF; END $$");
        Session.run(administrator, "CREATE EVENT TRIGGER fidelity_login ON login EXECUTE FUNCTION fidelity_at_login()");
        leases(
                bench,
                account,
                "SELECT current_setting('work_mem') || coalesce(current_setting('fidelity.login', true), 'null')",
                "SELECT 1",
                "SET work_mem = '15MB'",
                "SET fidelity.login = 'changed'",
                "CREATE TEMP TABLE x (a INT)",
                "SELECT pg_advisory_lock(4788)",
                "RESET ALL",
                "DISCARD ALL");
    }

    private static void loginNotice(Bench bench, Account account, Connection administrator) throws SQLException {
        Session.run(
                administrator,
                "CREATE OR REPLACE FUNCTION fidelity_at_login() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " IF session_user = '" + USER + "' THEN RAISE WARNING 'welcome'; END IF; END $$");
        Session.run(administrator, "CREATE EVENT TRIGGER fidelity_login ON login EXECUTE FUNCTION fidelity_at_login()");
        for (int lease = 0; lease < 3; lease++) {
            try (Connection connection = account.connect()) {
                bench.ask("said at login", connection::getWarnings);
                connection.clearWarnings();
                bench.ask("cleared", connection::getWarnings);
            }
        }
    }

    private static void roleIsolation(Bench bench, Account account, Connection administrator) throws SQLException {
        Session.run(administrator, "ALTER ROLE " + USER + " SET default_transaction_isolation = 'repeatable read'");
        Session.run(administrator, "ALTER ROLE " + USER + " SET default_transaction_read_only = on");
        for (int lease = 0; lease < 3; lease++) {
            try (Connection connection = account.connect()) {
                Look.at(bench, "lease", connection);
                connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
                connection.setReadOnly(true);
                connection.setReadOnly(false);
                connection.setAutoCommit(false);
                bench.ask("in a transaction", () -> Session.first(connection, "SHOW transaction_isolation"));
            }
        }
    }

    /** What only they may do to their sessions. */
    private static void superuser(Bench bench) throws SQLException {
        leases(
                bench,
                bench.administrator,
                "SELECT session_user || ' ' || current_user || ' ' || current_setting('log_statement') || ' '"
                        + " || coalesce(current_setting('auto_explain.log_min_duration', true), 'null') || ' '"
                        + " || current_setting('session_replication_role')",
                "SELECT 1",
                "SET SESSION AUTHORIZATION app",
                "SET log_statement = 'all'",
                "SET session_replication_role = replica",
                "LOAD 'auto_explain'",
                "DO $$ BEGIN EXECUTE 'LOAD ''auto_explain'''; END $$");
    }

    private static void initConnectAutocommit(Bench bench, Account account, Connection administrator)
            throws SQLException {
        Session.run(administrator, "SET GLOBAL init_connect = 'SET autocommit = 0'");
        for (int lease = 0; lease < 3; lease++) {
            try (Connection connection = account.connect()) {
                bench.ask("autocommit", connection::getAutoCommit);
                bench.ask("at the server", () -> Session.first(connection, "SELECT @@autocommit"));
                Session.run(connection, "SET @fidelity = 1");
            }
        }
    }

    private static void passwordChanged(Bench bench, Account account, Connection administrator) throws SQLException {
        account.connect().close();
        Session.run(administrator, "ALTER ROLE " + USER + " PASSWORD 'another'");
        Account another = new Account(account.url, USER, "another");
        bench.ask("new password", () -> {
            try (Connection connection = another.connect()) {
                return Session.first(connection, "SELECT 1");
            }
        });
        bench.ask("password never right", () -> new Account(account.url, USER, "neither").connect());
    }

    private static void loginTakenAway(Bench bench, Account account, Connection administrator) throws SQLException {
        account.connect().close();
        Session.run(administrator, "ALTER ROLE " + USER + " NOLOGIN");
        bench.ask("another password", () -> new Account(account.url, USER, "neither").connect());
        Session.run(administrator, "ALTER ROLE " + USER + " LOGIN");
        bench.ask("again", () -> {
            try (Connection connection = account.connect()) {
                return Session.first(connection, "SELECT 1");
            }
        });
    }

    private static void initConnect(Bench bench, Account account, Connection administrator) throws SQLException {
        Session.run(administrator, "SET GLOBAL init_connect = 'SET sql_select_limit = 123, wait_timeout = 4567'");
        leases(
                bench,
                account,
                "SELECT CONCAT(@@sql_select_limit, ' ', @@wait_timeout)",
                "SELECT 1",
                "SET sql_select_limit = 9",
                "SET @fidelity = 1",
                "CREATE TEMPORARY TABLE x (a INT)",
                "SELECT GET_LOCK('fidelity_login', 0)");
    }

    private static void initConnectVariable(Bench bench, Account account, Connection administrator)
            throws SQLException {
        Session.run(administrator, "SET GLOBAL init_connect = 'SET @fidelity_tenant = ''mine'''");
        leases(
                bench,
                account,
                "SELECT @fidelity_tenant",
                "SELECT 1",
                "SET @fidelity_tenant = 'other'",
                "SET sql_mode = ''",
                "SELECT LAST_INSERT_ID(5)");
    }

    private static void defaultRole(Bench bench, Account account, Connection administrator) throws SQLException {
        Bench.quietly(() -> Session.run(administrator, "CREATE ROLE fidelity_role"));
        Session.run(administrator, "GRANT fidelity_role TO '" + USER + "'@'127.0.0.1'");
        Session.run(administrator, "SET DEFAULT ROLE fidelity_role FOR '" + USER + "'@'127.0.0.1'");
        leases(bench, account, "SELECT CURRENT_ROLE()", "SELECT 1", "SET ROLE NONE", "SET @a = 1");
    }

    private static void accountPassword(Bench bench, Account account, Connection administrator) throws SQLException {
        account.connect().close();
        Session.run(administrator, "ALTER USER '" + USER + "'@'127.0.0.1' IDENTIFIED BY 'another'");
        bench.ask("new password", () -> {
            try (Connection connection = new Account(account.url, USER, "another").connect()) {
                return Session.first(connection, "SELECT 1");
            }
        });
        bench.ask("password never right", () -> new Account(account.url, USER, "neither").connect());
    }
}
