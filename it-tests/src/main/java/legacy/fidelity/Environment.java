package legacy.fidelity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;
import legacy.Session;

/** What drivers take from the JVM when they connect, and later. */
public final class Environment implements Topic {
    @Override
    public void setUp(Bench bench) throws SQLException {
        WideTable.make(bench);
    }

    @Override
    public void list(Cases cases) {
        cases.add("default time zone", Environment::timeZone);
        cases.add("default time zone changed while held", Environment::timeZoneWhileHeld);
        cases.add("default locale", Environment::locale);
        cases.add("system properties set by the program", Environment::systemProperties);
    }

    private static void timeZone(Bench bench) throws SQLException {
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : new String[] {"UTC", "Asia/Tokyo", "America/New_York", "UTC", "Asia/Tokyo"}) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                try (Connection connection = bench.connect()) {
                    zoned(bench, connection);
                }
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static void timeZoneWhileHeld(Bench bench) throws SQLException {
        TimeZone before = TimeZone.getDefault();
        try (Connection connection = bench.connect()) {
            zoned(bench, connection);
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            zoned(bench, connection);
        } finally {
            TimeZone.setDefault(before);
        }
        try (Connection next = bench.connect()) {
            zoned(bench, next);
        }
    }

    private static void zoned(Bench bench, Connection connection) {
        bench.ask("zone of the session", () -> Session.first(connection, zoneQuery(bench.product)));
        bench.ask("written and read", () -> {
            Session.run(connection, "DELETE FROM fidelity_wide");
            try (PreparedStatement statement =
                    connection.prepareStatement("INSERT INTO fidelity_wide (ts) VALUES (?)")) {
                statement.setTimestamp(1, new Timestamp(1_000_000_000_000L));
                statement.executeUpdate();
            }
            try (PreparedStatement statement = connection.prepareStatement("SELECT ts FROM fidelity_wide");
                    ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getTimestamp(1).getTime() + " " + rows.getString(1);
            }
        });
    }

    private static String zoneQuery(Product product) {
        switch (product) {
            case POSTGRES:
                return "SHOW TimeZone";
            case MARIADB:
            case MYSQL:
                return "SELECT @@time_zone";
            case H2:
                return "SELECT EXTRACT(TIMEZONE_HOUR FROM CURRENT_TIMESTAMP)";
            case HSQLDB:
                return "VALUES (SESSION_TIMEZONE())";
            default:
                return product.one();
        }
    }

    private static void locale(Bench bench) throws SQLException {
        Locale before = Locale.getDefault();
        try {
            for (Locale each : new Locale[] {Locale.GERMANY, Locale.ENGLISH, Locale.FRANCE}) {
                Locale.setDefault(each);
                try (Connection connection = bench.connect()) {
                    bench.ask("error", () -> Session.first(connection, "SELECT nothing FROM nowhere"));
                }
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    /** Programs configure libraries by properties; a connect must not change them. */
    private static void systemProperties(Bench bench) throws SQLException {
        Properties before = (Properties) System.getProperties().clone();
        System.setProperty("fidelity.own", "set");
        bench.connect().close();
        Properties after = (Properties) System.getProperties().clone();
        for (Object each : before.keySet()) {
            if (!before.get(each).equals(after.get(each))) {
                bench.say("changed", each);
            }
            after.remove(each);
        }
        bench.say("added", after);
    }
}
