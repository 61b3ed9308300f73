package io.poolagent.core.intercept;

import org.jspecify.annotations.Nullable;

/**
 * Pools that applications bring. Where one of their classes makes a connection, the connection is the pool's and is
 * not pooled again. A copy under another package (shaded) still ends in the same folders.
 */
final class PoolLibraries {
    /** Library, then what the internal names of its classes contain. */
    private static final String[][] TABLE = {
        {"HikariCP", "zaxxer/hikari/"},
        {"Commons DBCP", "org/apache/commons/dbcp/", "org/apache/commons/dbcp2/", "org/apache/tomcat/dbcp/"},
        {"c3p0", "mchange/v2/c3p0/"},
        {"Tomcat JDBC", "org/apache/tomcat/jdbc/pool/"},
        {"Druid", "alibaba/druid/pool/"},
        {"Agroal", "io/agroal/"},
        {"Vibur", "org/vibur/dbcp/"},
        {"BoneCP", "com/jolbox/bonecp/"},
        {"Proxool", "logicalcobwebs/proxool/"},
        {"UCP", "oracle/ucp/", "oracle/jdbc/pool/OracleImplicitConnectionCache"},
        {
            "Hibernate",
            "org/hibernate/engine/jdbc/connections/internal/DriverManager",
            "org/hibernate/engine/jdbc/connections/internal/DriverConnectionCreator",
            "org/hibernate/connection/DriverManagerConnectionProvider",
            "org/hibernate/service/jdbc/connections/internal/DriverManagerConnectionProvider"
        },
        {
            "EclipseLink",
            "org/eclipse/persistence/sessions/DefaultConnector",
            "oracle/toplink/essentials/sessions/DefaultConnector"
        },
        {"MyBatis", "org/apache/ibatis/datasource/pooled/", "com/ibatis/common/jdbc/SimpleDataSource"},
        {"Spring's single connection", "org/springframework/jdbc/datasource/SingleConnectionDataSource"},
        {"H2's pool", "org/h2/jdbcx/JdbcConnectionPool"},
        {"pgjdbc's pool", "org/postgresql/ds/PGPooling", "org/postgresql/jdbc2/optional/PoolingDataSource"},
        {"MariaDB's pool", "org/mariadb/jdbc/pool/", "org/mariadb/jdbc/MariaDbPoolDataSource"},
        {"HSQLDB's pool", "org/hsqldb/jdbc/JDBCPool"},
        {"IronJacamar", "org/jboss/jca/adapters/jdbc/", "org/jboss/resource/adapter/jdbc/"},
        {"Liberty", "com/ibm/ws/rsadapter/", "com/ibm/ws/jdbc/"},
        {"WebLogic", "weblogic/jdbc/"},
        {"GlassFish", "com/sun/gjc/"},
        {"Atomikos", "com/atomikos/jdbc/"},
        {"Bitronix", "bitronix/tm/resource/jdbc/"},
        {"DBPool", "snaq/db/"},
        {"XAPool", "org/enhydra/jdbc/"},
    };

    private PoolLibraries() {}

    /** The library that a class belongs to, by its internal name; null for none. */
    static @Nullable String of(String internalName) {
        for (String[] row : TABLE) {
            for (int i = 1; i < row.length; i++) {
                if (internalName.contains(row[i])) {
                    return row[0];
                }
            }
        }
        return null;
    }
}
