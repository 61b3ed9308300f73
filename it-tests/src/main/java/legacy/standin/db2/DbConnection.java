package legacy.standin.db2;

import java.sql.Connection;
import java.sql.SQLException;

/** The vendor's interface: some methods of {@code com.ibm.db2.jcc.DB2Connection}. */
public interface DbConnection extends Connection {
    void setDB2ClientUser(String user) throws SQLException;

    String getDB2ClientUser() throws SQLException;

    boolean isInDB2UnitOfWork() throws SQLException;

    String getDB2Correlator() throws SQLException;
}
