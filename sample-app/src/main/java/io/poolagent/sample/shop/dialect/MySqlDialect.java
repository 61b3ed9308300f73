package io.poolagent.sample.shop.dialect;

import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** MySQL with its own driver. MariaDB's differs in the classes only. */
class MySqlDialect extends Dialect {

    @Override
    public String driverClass() {
        return "com.mysql.cj.jdbc.Driver";
    }

    @Override
    public String identityColumn() {
        return "BIGINT AUTO_INCREMENT PRIMARY KEY";
    }

    @Override
    public DataSource newDataSource(String url, @Nullable String user, @Nullable String password) throws SQLException {
        MysqlDataSource source = new MysqlDataSource();
        source.setUrl(url);
        if (user != null) {
            source.setUser(user);
            source.setPassword(password);
        }
        return source;
    }

    @Override
    public String label(Connection connection, String text) throws SQLException {
        JdbcConnection vendor = (JdbcConnection) connection;
        return text + " @ " + vendor.getHost();
    }

    @Override
    public String slowQuery() {
        return "SELECT SLEEP(0.05) FROM shop_number WHERE name = 'order' AND 0 < ?";
    }

    @Override
    public void setClerk(Connection connection, String clerk) throws SQLException {
        execute(connection, "SET @clerk = '" + clerk + "'");
    }

    @Override
    public @Nullable String clerk(Connection connection) throws SQLException {
        return text(connection, "SELECT @clerk");
    }
}
