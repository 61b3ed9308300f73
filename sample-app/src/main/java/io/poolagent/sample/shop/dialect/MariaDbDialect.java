package io.poolagent.sample.shop.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.MariaDbDataSource;

final class MariaDbDialect extends MySqlDialect {

    @Override
    public String driverClass() {
        return "org.mariadb.jdbc.Driver";
    }

    @Override
    public DataSource newDataSource(String url, @Nullable String user, @Nullable String password) throws SQLException {
        MariaDbDataSource source = new MariaDbDataSource();
        source.setUrl(url);
        if (user != null) {
            source.setUser(user);
            source.setPassword(password);
        }
        return source;
    }

    @Override
    public String label(Connection connection, String text) throws SQLException {
        org.mariadb.jdbc.Connection vendor = (org.mariadb.jdbc.Connection) connection;
        if (vendor.getThreadId() <= 0) {
            throw new SQLException("This connection has no thread at the server.");
        }
        return "`" + text + "`";
    }
}
