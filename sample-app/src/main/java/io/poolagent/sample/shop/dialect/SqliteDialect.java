package io.poolagent.sample.shop.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

final class SqliteDialect extends TemporaryTableDialect {

    SqliteDialect() {
        super("CREATE TEMPORARY TABLE clerk (name VARCHAR(30))", "temp.clerk");
    }

    @Override
    public String driverClass() {
        return "org.sqlite.JDBC";
    }

    @Override
    public String identityColumn() {
        return "INTEGER PRIMARY KEY AUTOINCREMENT";
    }

    /** SQLite has no users. */
    @Override
    public DataSource newDataSource(String url, @Nullable String user, @Nullable String password) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl(url);
        return source;
    }

    @Override
    public String label(Connection connection, String text) throws SQLException {
        SQLiteConnection vendor = (SQLiteConnection) connection;
        return "[" + text + "] " + vendor.libversion();
    }
}
