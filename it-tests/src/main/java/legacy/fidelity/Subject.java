package legacy.fidelity;

import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.Statement;

/** What a program gets from a connection, and from what it got. */
enum Subject {
    CONNECTION(Connection.class) {
        @Override
        Object from(Connection connection, Product product) {
            return connection;
        }
    },
    METADATA(DatabaseMetaData.class) {
        @Override
        Object from(Connection connection, Product product) throws SQLException {
            return connection.getMetaData();
        }
    },
    STATEMENT(Statement.class) {
        @Override
        Object from(Connection connection, Product product) throws SQLException {
            return connection.createStatement();
        }
    },
    STATEMENT_WITH_ROWS(Statement.class) {
        @Override
        Object from(Connection connection, Product product) throws SQLException {
            Statement statement = connection.createStatement();
            statement.execute(Rows.QUERY);
            return statement;
        }
    },
    PREPARED(PreparedStatement.class) {
        @Override
        Object from(Connection connection, Product product) throws SQLException {
            PreparedStatement statement =
                    connection.prepareStatement("SELECT id, t FROM fidelity_rows WHERE id >= ? ORDER BY id");
            statement.setInt(1, 2);
            return statement;
        }
    },
    CALLABLE(CallableStatement.class) {
        @Override
        Object from(Connection connection, Product product) throws SQLException {
            CallableStatement statement = connection.prepareCall(
                    product == Product.DERBY
                            ? "{? = call SYSCS_UTIL.SYSCS_GET_RUNTIMESTATISTICS()}"
                            : "{? = call fidelity_twice(?)}");
            statement.registerOutParameter(1, java.sql.Types.INTEGER);
            statement.setInt(2, 4);
            return statement;
        }
    },
    ROWS(ResultSet.class) {
        @Override
        Object from(Connection connection, Product product) throws SQLException {
            ResultSet rows = connection.createStatement().executeQuery(Rows.QUERY);
            rows.next();
            return rows;
        }
    },
    SCROLLABLE_ROWS(ResultSet.class) {
        @Override
        Object from(Connection connection, Product product) throws SQLException {
            ResultSet rows = connection
                    .createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE)
                    .executeQuery("SELECT id, t FROM fidelity_rows");
            rows.next();
            return rows;
        }
    },
    CATALOG_ROWS(ResultSet.class) {
        @Override
        Object from(Connection connection, Product product) throws SQLException {
            ResultSet rows = connection.getMetaData().getTableTypes();
            rows.next();
            return rows;
        }
    },
    ROWS_METADATA(ResultSetMetaData.class) {
        @Override
        Object from(Connection connection, Product product) throws SQLException {
            return connection.createStatement().executeQuery(Rows.QUERY).getMetaData();
        }
    },
    PARAMETER_METADATA(ParameterMetaData.class) {
        @Override
        Object from(Connection connection, Product product) throws SQLException {
            return ((PreparedStatement) PREPARED.from(connection, product)).getParameterMetaData();
        }
    },
    SAVEPOINT(Savepoint.class) {
        @Override
        Object from(Connection connection, Product product) throws SQLException {
            connection.setAutoCommit(false);
            return connection.setSavepoint("fidelity");
        }
    },
    ARRAY(Array.class) {
        @Override
        Object from(Connection connection, Product product) throws SQLException {
            return connection.createArrayOf("INTEGER", new Object[] {1, 2});
        }
    },
    BLOB(Blob.class) {
        @Override
        Object from(Connection connection, Product product) throws SQLException {
            Blob blob = connection.createBlob();
            blob.setBytes(1, new byte[] {1, 2, 3});
            return blob;
        }
    },
    CLOB(Clob.class) {
        @Override
        Object from(Connection connection, Product product) throws SQLException {
            Clob clob = connection.createClob();
            clob.setString(1, "text");
            return clob;
        }
    },
    XML(SQLXML.class) {
        @Override
        Object from(Connection connection, Product product) throws SQLException {
            SQLXML xml = connection.createSQLXML();
            xml.setString("<x/>");
            return xml;
        }
    };

    /** Its type in the JDK. */
    final Class<?> type;

    Subject(Class<?> type) {
        this.type = type;
    }

    abstract Object from(Connection connection, Product product) throws SQLException;
}
