package legacy.standin.oracle;

import java.sql.CallableStatement;

/** {@code oracle.jdbc.OracleCallableStatement}. */
public interface OraCallableStatement extends OraPreparedStatement, CallableStatement {}
