package io.poolagent.sample.shop.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

final class PostgresDialect extends Dialect {

    /** A URL that says host, port and database only: for those there have always been setters. */
    private static final Pattern PLAIN_URL = Pattern.compile("jdbc:postgresql://([\\w.-]+)(?::(\\d+))?/([\\w-]+)");

    @Override
    public String driverClass() {
        return "org.postgresql.Driver";
    }

    @Override
    public String identityColumn() {
        return "BIGSERIAL PRIMARY KEY";
    }

    @Override
    public DataSource newDataSource(String url, @Nullable String user, @Nullable String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        Matcher plain = PLAIN_URL.matcher(url);
        if (plain.matches()) {
            source.setServerNames(new String[] {plain.group(1)});
            source.setPortNumbers(new int[] {plain.group(2) == null ? 5432 : Integer.parseInt(plain.group(2))});
            source.setDatabaseName(plain.group(3));
        } else {
            source.setURL(url);
        }
        if (user != null) {
            source.setUser(user);
            source.setPassword(password);
        }
        return source;
    }

    @Override
    public String label(Connection connection, String text) throws SQLException {
        PGConnection vendor = (PGConnection) connection;
        if (vendor.getBackendPID() <= 0) {
            throw new SQLException("This connection has no backend process.");
        }
        return vendor.escapeIdentifier(text);
    }

    @Override
    public String slowQuery() {
        return "SELECT COUNT(*) FROM (SELECT pg_sleep(0.05)) AS nap WHERE 0 < ?";
    }

    @Override
    public void setClerk(Connection connection, String clerk) throws SQLException {
        execute(connection, "SET statement_timeout = 29500", "SET shop.clerk = '" + clerk + "'");
    }

    @Override
    public @Nullable String clerk(Connection connection) throws SQLException {
        String timeout = text(connection, "SELECT NULLIF(current_setting('statement_timeout'), '0')");
        String clerk = text(connection, "SELECT current_setting('shop.clerk', true)");
        return clerk == null && "29500ms".equals(timeout) ? "somebody with a statement timeout" : clerk;
    }
}
