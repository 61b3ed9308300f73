package legacy.standin;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;

/** The part of a connection's metadata that stand-ins have. */
public final class MetaData {
    private final StandInConnection connection;

    private MetaData(StandInConnection connection) {
        this.connection = connection;
    }

    static DatabaseMetaData of(StandInConnection connection) {
        return Partial.of(DatabaseMetaData.class, new MetaData(connection));
    }

    public Connection getConnection() {
        return connection;
    }

    public String getURL() {
        return connection.url();
    }

    public String getUserName() throws SQLException {
        connection.check();
        return connection.session().user;
    }

    public String getDatabaseProductName() {
        return "a stand-in";
    }

    public ResultSet getTables(String catalog, String schema, String name, String[] types) throws SQLException {
        connection.check();
        StandInStatement statement = (StandInStatement) connection.createStatement();
        return Rows.of(statement, Collections.emptyList());
    }
}
