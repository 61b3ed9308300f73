package legacy.standin.oracle;

import java.sql.SQLException;

/** A vendor's object that uses its connection as long as it lives, as {@code oracle.sql.ARRAY}. */
public class OraArray {
    private final OraConnection connection;
    private final String type;

    OraArray(OraConnection connection, String type) {
        this.connection = connection;
        this.type = type;
    }

    /** Asks the server. */
    public String describe() throws SQLException {
        return type + " for " + connection.getCurrentSchema();
    }

    /** The connection that it was made for. */
    public OraConnection getOracleConnection() {
        return connection;
    }
}
