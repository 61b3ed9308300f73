package legacy.standin.oracle;

import java.sql.Connection;
import java.sql.SQLException;

/** The vendor's interface, which old code casts to: some methods of {@code oracle.jdbc.OracleConnection}. */
public interface OraConnection extends Connection {
    /** The names of {@code setEndToEndMetrics}' values are MODULE and ACTION here. */
    void setEndToEndMetrics(String[] metrics, short sequence) throws SQLException;

    String[] getEndToEndMetrics() throws SQLException;

    void setDefaultRowPrefetch(int rows) throws SQLException;

    int getDefaultRowPrefetch() throws SQLException;

    void setStatementCacheSize(int size) throws SQLException;

    int getStatementCacheSize() throws SQLException;

    void setSessionTimeZone(String zone) throws SQLException;

    String getSessionTimeZone() throws SQLException;

    /** Opens a session of another user on this connection. */
    void openProxySession(String user) throws SQLException;

    boolean isProxySession() throws SQLException;

    /** The vendor's own unwrap: the physical connection, whose class is not public. */
    Connection physicalConnectionWithin();

    OraConnection unwrap();

    String getCurrentSchema() throws SQLException;

    OraArray createARRAY(String type, Object elements) throws SQLException;
}
