package legacy.standin.play;

import java.sql.Connection;
import java.sql.SQLException;
import legacy.Session;
import legacy.standin.Product;
import legacy.standin.Server;
import legacy.standin.db2.Db2Product;
import legacy.standin.oracle.OracleProduct;
import legacy.standin.sqlserver.SqlServerProduct;

/** What the programs need to know of the product that they run on. */
final class Products {
    private Products() {}

    /** The server, as its administrator sees it. */
    static Server server(String url) {
        return product(url).server();
    }

    private static Product product(String url) {
        if (isOracle(url)) {
            return OracleProduct.INSTANCE;
        }
        return isSqlServer(url) ? SqlServerProduct.INSTANCE : Db2Product.INSTANCE;
    }

    static boolean isOracle(String url) {
        return url.startsWith("jdbc:oracle:");
    }

    static boolean isSqlServer(String url) {
        return url.startsWith("jdbc:sqlserver:");
    }

    /** A query of one row. */
    static String query(String url) {
        return isOracle(url) ? "SELECT 1 FROM DUAL" : isSqlServer(url) ? "SELECT 1" : "SELECT 1 FROM SYSIBM.SYSDUMMY1";
    }

    /** A query that locks rows until the transaction ends. */
    static String lockingQuery(String url) {
        return isOracle(url)
                ? "SELECT * FROM work FOR UPDATE"
                : isSqlServer(url) ? "SELECT * FROM work WITH (UPDLOCK)" : "SELECT * FROM work FOR UPDATE WITH RS";
    }

    /** A statement that changes the session. */
    static String setting(String url) {
        return isOracle(url)
                ? "ALTER SESSION SET NLS_DATE_FORMAT = 'YYYY'"
                : isSqlServer(url) ? "SET LOCK_TIMEOUT 77" : "SET CURRENT LOCK TIMEOUT 77";
    }

    /** Begins a transaction, or something as lasting, by a statement; null where there is nothing of the kind. */
    static String begin(String url) {
        return isOracle(url) ? "SET TRANSACTION READ ONLY" : isSqlServer(url) ? "BEGIN TRANSACTION" : null;
    }

    /** An exception with all that an application can see of it. */
    static String describe(SQLException e) {
        String message =
                String.valueOf(e.getMessage()).replaceAll("ClientConnectionId:[-0-9a-f]+", "ClientConnectionId");
        return e.getClass().getName() + " " + e.getSQLState() + "/" + e.getErrorCode() + " " + message
                + (e.getCause() == null
                        ? ""
                        : " cause " + e.getCause().getClass().getName())
                + (e.getNextException() == null
                        ? ""
                        : " next " + e.getNextException().getMessage());
    }

    static void insert(Connection connection, int value) throws SQLException {
        Session.run(connection, "INSERT INTO work VALUES (" + value + ")");
    }
}
