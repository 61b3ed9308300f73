package legacy.fidelity;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import legacy.Account;
import legacy.Session;

/** Databases that end with their last connection, or are ended by a statement or a URL. */
public final class LastClose implements Topic {
    @Override
    public void list(Cases cases) {
        switch (cases.product()) {
            case POSTGRES:
                cases.add("database dropped", LastClose::databaseDropped);
                cases.add("database dropped while idle", bench -> dropWhileIdle(bench, "DROP DATABASE fidelity_drop"));
                cases.add("database renamed", LastClose::databaseRenamed);
                cases.add("database as a template", LastClose::template);
                cases.add("user dropped", LastClose::userDropped);
                break;
            case MARIADB:
            case MYSQL:
                cases.add("database dropped", LastClose::databaseDropped);
                break;
            case H2:
                H2Files.list(cases);
                break;
            case HSQLDB:
                HsqldbFiles.list(cases);
                break;
            case DERBY:
                DerbyFiles.list(cases);
                break;
            default:
                SqliteFiles.list(cases);
        }
    }

    /** A program for a folder of its own. */
    interface Body {
        void play(Bench bench, Path folder) throws Exception;
    }

    static void inFolder(Cases cases, String name, Body body) {
        cases.add(name, bench -> {
            Path folder = Files.createTempDirectory("fidelity-");
            try {
                body.play(bench, folder);
            } finally {
                delete(folder);
            }
        });
    }

    static void delete(Path folder) throws IOException {
        File[] files = folder.toFile().listFiles();
        for (File each : files == null ? new File[0] : files) {
            if (each.isDirectory()) {
                delete(each.toPath());
            } else {
                Files.delete(each.toPath());
            }
        }
        Files.deleteIfExists(folder);
    }

    /** Their names; drivers have more files for a moment. */
    static Set<String> files(Path folder) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(each -> names.add(each.getFileName().toString()));
        }
        return names;
    }

    /** Connects, asks and closes. */
    static void ask(Bench bench, String what, String url, String user, String password, String... statements) {
        bench.ask(what, () -> {
            try (Connection connection = DriverManager.getConnection(url, user, password)) {
                String answer = "connected";
                for (String each : statements) {
                    if (each.startsWith("SELECT") || each.startsWith("VALUES")) {
                        answer = Session.first(connection, each);
                    } else {
                        Session.run(connection, each);
                    }
                }
                return answer;
            }
        });
    }

    private static Account in(Bench bench, String database) {
        return new Account(
                bench.account.url.replace("/shop", "/" + database), bench.account.user, bench.account.password);
    }

    private static void administer(Bench bench, String statement) {
        bench.act(statement, () -> {
            try (Connection administrator = bench.administrator.connect()) {
                Session.run(administrator, statement);
            }
        });
    }

    private static void databaseDropped(Bench bench) throws SQLException {
        Account account = in(bench, "fidelity_drop");
        for (int round = 0; round < 2; round++) {
            administer(bench, "CREATE DATABASE fidelity_drop");
            if (bench.product.isMariaDbServer()) {
                administer(bench, "GRANT ALL ON fidelity_drop.* TO 'app'@'127.0.0.1'");
            }
            for (int i = 0; i < 3; i++) {
                ask(bench, "used", account.url, account.user, account.password, "SELECT 1");
            }
            administer(bench, "DROP DATABASE fidelity_drop");
            ask(bench, "gone", account.url, account.user, account.password, "SELECT 1");
        }
    }

    private static void dropWhileIdle(Bench bench, String statement) throws SQLException {
        Account account = in(bench, "fidelity_drop");
        administer(bench, "CREATE DATABASE fidelity_drop");
        try (Connection one = account.connect();
                Connection other = account.connect()) {
            bench.say("two", one != other);
        }
        administer(bench, statement);
    }

    private static void databaseRenamed(Bench bench) throws SQLException {
        Account account = in(bench, "fidelity_old");
        administer(bench, "CREATE DATABASE fidelity_old");
        ask(bench, "used", account.url, account.user, account.password, "SELECT 1");
        administer(bench, "ALTER DATABASE fidelity_old RENAME TO fidelity_new");
        ask(bench, "old name", account.url, account.user, account.password, "SELECT 1");
        administer(bench, "DROP DATABASE fidelity_new");
    }

    private static void template(Bench bench) throws SQLException {
        Account account = in(bench, "fidelity_template");
        administer(bench, "CREATE DATABASE fidelity_template");
        ask(bench, "used", account.url, account.user, account.password, "SELECT 1");
        administer(bench, "CREATE DATABASE fidelity_copy TEMPLATE fidelity_template");
        administer(bench, "DROP DATABASE IF EXISTS fidelity_copy");
        administer(bench, "DROP DATABASE fidelity_template WITH (FORCE)");
    }

    private static void userDropped(Bench bench) throws SQLException {
        administer(bench, "CREATE ROLE fidelity_dropped LOGIN PASSWORD 'secret'");
        ask(bench, "used", bench.account.url, "fidelity_dropped", "secret", "SELECT 1");
        administer(bench, "DROP ROLE fidelity_dropped");
        ask(bench, "wrong password", bench.account.url, "fidelity_dropped", "wrong", "SELECT 1");
    }
}
