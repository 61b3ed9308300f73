package io.poolagent.core.foreign;

import static io.poolagent.core.foreign.Figure.ACTIVE;
import static io.poolagent.core.foreign.Figure.IDLE;
import static io.poolagent.core.foreign.Figure.MAX;
import static io.poolagent.core.foreign.Figure.MAX_IDLE;
import static io.poolagent.core.foreign.Figure.MIN;
import static io.poolagent.core.foreign.Figure.TOTAL;
import static io.poolagent.core.foreign.Figure.WAITING;

/**
 * The one table of pools that applications bring. Where one of their classes makes a connection, the connection is the
 * pool's and is not pooled again. Names are ends of names, since relocated copies have other beginnings; where those do not
 * tell enough, a copy is known by how its classes hang together. The facts are from the libraries' public sources and
 * from runs with each of them.
 */
final class LibraryTable {
    static final Library[] ALL = {
        new Library(
                        "HikariCP",
                        "zaxxer/hikari/",
                        "/HikariDataSource",
                        "/pool/HikariPool",
                        "/pool/PoolBase",
                        "/hikari/pool/ProxyConnection",
                        "/hikari/util/DriverDataSource")
                .sources("/HikariDataSource")
                .handles("/pool/ProxyConnection", "hikari/proxy/ConnectionProxy")
                .named("getPoolName")
                .closed("isClosed", "isShutdown")
                .figure(ACTIVE, "pool.getActiveConnections", "fastPathPool.getActiveConnections")
                .figure(IDLE, "pool.getIdleConnections", "fastPathPool.getIdleConnections")
                .figure(TOTAL, "pool.getTotalConnections", "fastPathPool.getTotalConnections")
                .figure(WAITING, "pool.getThreadsAwaitingConnection", "fastPathPool.getThreadsAwaitingConnection")
                .figure(MIN, "getMinimumIdle")
                .figure(MAX, "getMaximumPoolSize"),
        new Library("Commons DBCP", "apache/commons/dbcp/", "/dbcp2/", "apache/tomcat/dbcp/")
                .copies(
                        "org/apache/commons/dbcp2/",
                        "BasicDataSource:PoolableConnectionFactory",
                        "PoolingDataSource:PoolingDataSource$PoolGuardConnectionWrapper",
                        "PoolingDriver:PoolingDriver$PoolGuardConnectionWrapper",
                        "PoolableConnectionFactory:PoolingConnection",
                        "DriverManagerConnectionFactory:ConnectionFactory",
                        "DriverConnectionFactory:ConnectionFactory",
                        "DataSourceConnectionFactory:ConnectionFactory",
                        "DelegatingConnection:DelegatingStatement",
                        "datasources/InstanceKeyDataSource:datasources/PooledConnectionAndInfo",
                        "cpdsadapter/ConnectionImpl:cpdsadapter/PooledConnectionImpl")
                .sources(
                        "/BasicDataSource",
                        "/PoolingDataSource",
                        "/PoolingDriver",
                        "/InstanceKeyDataSource",
                        "/SharedPoolDataSource",
                        "/PerUserPoolDataSource")
                .handles(
                        "$PoolGuardConnectionWrapper",
                        "cpdsadapter/ConnectionImpl",
                        "dbcp2/DelegatingConnection") // closes what PoolingDriver hands out
                .named("getJmxName", "getUrl")
                .closed("isClosed", "closed")
                .figure(ACTIVE, "getNumActive", "pool.getNumActive", "_pool.getNumActive")
                .figure(IDLE, "getNumIdle", "pool.getNumIdle", "_pool.getNumIdle")
                .figure(
                        WAITING,
                        "connectionPool.getNumWaiters",
                        "pool.getNumWaiters",
                        "connectionPool._allocationQueue.size",
                        "_pool._allocationQueue.size")
                .figure(MIN, "getMinIdle", "getDefaultMinIdle", "pool.getMinIdle")
                .figure(MAX, "getMaxTotal", "getMaxActive", "getDefaultMaxTotal", "pool.getMaxTotal")
                .figure(MAX_IDLE, "getMaxIdle", "getDefaultMaxIdle", "pool.getMaxIdle"),
        new Library("c3p0", "/v2/c3p0/")
                .copies(
                        "com/mchange/v2/c3p0/",
                        "impl/AbstractPoolBackedDataSource:impl/C3P0PooledConnectionPoolManager",
                        "impl/NewPooledConnection:impl/AbstractC3P0PooledConnection",
                        "impl/NewProxyConnection:impl/NewPooledConnection",
                        "impl/AbstractNewProxyConnection:impl/NewPooledConnection")
                .sources("c3p0/impl/AbstractPoolBackedDataSource")
                .handles("c3p0/impl/NewProxyConnection", "c3p0/impl/AbstractNewProxyConnection")
                .named("getDataSourceName", "getJdbcUrl")
                .closed("isClosed", "is_closed")
                .figure(ACTIVE, "getNumBusyConnectionsDefaultUser")
                .figure(IDLE, "getNumIdleConnectionsDefaultUser")
                .figure(TOTAL, "getNumConnectionsDefaultUser")
                .figure(WAITING, "getNumThreadsAwaitingCheckoutDefaultUser")
                .figure(MIN, "getMinPoolSize", "getConnectionPoolDataSource.getMinPoolSize")
                .figure(MAX, "getMaxPoolSize", "getConnectionPoolDataSource.getMaxPoolSize"),
        new Library("Tomcat JDBC", "/jdbc/pool/")
                .copies(
                        "org/apache/tomcat/jdbc/pool/",
                        "DataSourceProxy:PoolConfiguration",
                        "ConnectionPool:DisposableConnectionFacade",
                        "PooledConnection:JdbcInterceptor",
                        "DisposableConnectionFacade:JdbcInterceptor")
                .sources("jdbc/pool/DataSourceProxy")
                .handlers("jdbc/pool/DisposableConnectionFacade")
                // Its getPool and getName make a pool where there is none, as after a close.
                .named("getPoolProperties.getName")
                .closed("!pool")
                .figure(ACTIVE, "pool.getActive")
                .figure(IDLE, "pool.getIdle")
                .figure(TOTAL, "pool.getSize")
                .figure(WAITING, "pool.getWaitCount")
                .figure(MIN, "getPoolProperties.getMinIdle")
                .figure(MAX, "getPoolProperties.getMaxActive")
                .figure(MAX_IDLE, "getPoolProperties.getMaxIdle"),
        new Library("Druid", "alibaba/druid/pool/", "/DruidAbstractDataSource", "/DruidDataSource")
                .sources("/DruidDataSource")
                .handles("/DruidPooledConnection")
                .named("getName", "getUrl")
                .closed("isClosed")
                .figure(ACTIVE, "getActiveCount")
                .figure(IDLE, "getPoolingCount")
                .figure(WAITING, "getNotEmptyWaitThreadCount")
                .figure(MIN, "getMinIdle")
                .figure(MAX, "getMaxActive"),
        new Library("Agroal", "io/agroal/")
                .copies(
                        "io/agroal/",
                        "pool/DataSource:api/AgroalDataSource",
                        "pool/ConnectionFactory:api/configuration/AgroalConnectionFactoryConfiguration",
                        "pool/wrapper/ConnectionWrapper:pool/ConnectionHandler")
                .sources("agroal/pool/DataSource")
                .handles("agroal/pool/wrapper/ConnectionWrapper")
                .named("getConfiguration.connectionPoolConfiguration.connectionFactoryConfiguration.jdbcUrl")
                .figure(TOTAL, "connectionPool.allConnections.size")
                .figure(WAITING, "connectionPool.awaitingCount")
                .figure(MIN, "getConfiguration.connectionPoolConfiguration.minSize")
                .figure(MAX, "getConfiguration.connectionPoolConfiguration.maxSize"),
        new Library("Vibur", "vibur/dbcp/", "/dbcp/ViburDBCP", "/dbcp/AbstractDataSource", "/dbcp/pool/Connect")
                .copies(
                        "org/vibur/dbcp/",
                        "ViburDBCPDataSource:ViburDBCPException",
                        "pool/Connector$Builder$Driver:pool/Connector",
                        "pool/Connector$Builder$DataSource:pool/Connector",
                        "pool/Connector$Builder$DataSourceWithCredentials:pool/Connector",
                        "pool/ConnectionFactory:pool/ConnHolder")
                .sources("/dbcp/ViburDBCPDataSource", "/dbcp/AbstractDataSource")
                .handlers("proxy/AbstractInvocationHandler")
                .named("getName", "getJdbcUrl")
                .closed("getState.isTerminated")
                .figure(ACTIVE, "getPool.taken")
                .figure(TOTAL, "getPool.createdTotal")
                .figure(MIN, "getPoolInitialSize")
                .figure(MAX, "getPoolMaxSize"),
        new Library("BoneCP", "jolbox/bonecp/")
                .copies(
                        "com/jolbox/bonecp/",
                        "BoneCP:BoneCPConfig",
                        "BoneCPDataSource:BoneCPConfig",
                        "ConnectionHandle:BoneCP",
                        "PoolWatchThread:BoneCP")
                .sources("bonecp/BoneCPDataSource", "bonecp/BoneCP")
                .handles("bonecp/ConnectionHandle")
                .named("getPoolName", "config.getPoolName", "getJdbcUrl")
                .figure(ACTIVE, "pool.value.getTotalLeased", "getTotalLeased")
                .figure(IDLE, "pool.value.getTotalFree", "getTotalFree")
                .figure(TOTAL, "pool.value.getTotalCreatedConnections", "getTotalCreatedConnections")
                .figure(MIN, "getMinConnectionsPerPartition", "config.getMinConnectionsPerPartition")
                .figure(MAX, "getMaxConnectionsPerPartition", "config.getMaxConnectionsPerPartition"),
        new Library("Proxool", "logicalcobwebs/proxool/")
                .copies(
                        "org/logicalcobwebs/proxool/",
                        "ConnectionPool:Prototyper",
                        "ProxoolDriver:ProxoolFacade",
                        "ProxoolDataSource:ProxoolFacade",
                        "DefaultConnectionBuilder:ConnectionBuilderIF",
                        "ProxyConnection:ProxyConnectionIF",
                        "WrappedConnection:ProxyConnection")
                .sources("proxool/ConnectionPool")
                .passing("proxool/ProxoolDriver", "proxool/ProxoolDataSource")
                .handlers("proxool/ProxyConnection", "proxool/WrappedConnection")
                .named("definition.getAlias")
                .figure(ACTIVE, "getActiveConnectionCount")
                .figure(IDLE, "getAvailableConnectionCount")
                .figure(TOTAL, "proxyConnections.size")
                .figure(MIN, "definition.getMinimumConnectionCount")
                .figure(MAX, "definition.getMaximumConnectionCount"),
        new Library("UCP", "oracle/ucp/", "oracle/jdbc/pool/OracleImplicitConnectionCache")
                .sources("ucp/jdbc/PoolDataSourceImpl")
                .handles("Connection$$$Proxy")
                .handlers("ucp/jdbc/proxy/JDBCConnectionProxyFactory")
                .named("getConnectionPoolName", "getURL")
                .figure(ACTIVE, "getBorrowedConnectionsCount")
                .figure(IDLE, "getAvailableConnectionsCount")
                .figure(TOTAL, "getStatistics.getTotalConnectionsCount")
                .figure(WAITING, "getStatistics.getPendingRequestsCount")
                .figure(MIN, "getMinPoolSize")
                .figure(MAX, "getMaxPoolSize"),
        new Library(
                        "Hibernate",
                        "org/hibernate/engine/jdbc/connections/internal/DriverManager",
                        "org/hibernate/engine/jdbc/connections/internal/DriverConnectionCreator",
                        "org/hibernate/connection/DriverManagerConnectionProvider",
                        "org/hibernate/service/jdbc/connections/internal/DriverManagerConnectionProvider")
                .sources("DriverManagerConnectionProviderImpl", "DriverManagerConnectionProvider")
                .providers("DriverManagerConnectionProviderImpl", "DriverManagerConnectionProvider")
                .figure(IDLE, "state.pool.availableConnections.size", "pool.size")
                .figure(TOTAL, "state.pool.allConnections.size")
                .figure(MIN, "state.pool.minSize")
                .figure(MAX, "state.pool.maxSize", "poolSize"),
        new Library(
                "EclipseLink",
                "org/eclipse/persistence/sessions/DefaultConnector",
                "oracle/toplink/essentials/sessions/DefaultConnector"),
        new Library("MyBatis", "/datasource/pooled/Pooled", "com/ibatis/common/jdbc/SimpleDataSource")
                .sources("datasource/pooled/PooledDataSource", "ibatis/common/jdbc/SimpleDataSource")
                .handlers("datasource/pooled/PooledConnection")
                .named("getUrl")
                .figure(ACTIVE, "getPoolState.getActiveConnectionCount")
                .figure(IDLE, "getPoolState.getIdleConnectionCount")
                .figure(MAX, "getPoolMaximumActiveConnections")
                .figure(MAX_IDLE, "getPoolMaximumIdleConnections"),
        new Library("Spring's single connection", "springframework/jdbc/datasource/SingleConnectionDataSource")
                .sources("jdbc/datasource/SingleConnectionDataSource")
                .handlers("SingleConnectionDataSource$CloseSuppressingInvocationHandler")
                .named("getUrl"),
        new Library("H2's pool", "org/h2/jdbcx/JdbcConnectionPool")
                .sources("h2/jdbcx/JdbcConnectionPool")
                .handles("h2/jdbcx/JdbcXAConnection$PooledJdbcConnection")
                .figure(ACTIVE, "getActiveConnections")
                .figure(IDLE, "recycledConnections.size")
                .figure(MAX, "getMaxConnections"),
        new Library("pgjdbc's pool", "org/postgresql/ds/PGPooling", "org/postgresql/jdbc2/optional/PoolingDataSource")
                .sources("postgresql/ds/PGPoolingDataSource", "jdbc2/optional/PoolingDataSource")
                .handlers("postgresql/ds/PGPooledConnection$ConnectionHandler")
                .named("getDataSourceName")
                .figure(ACTIVE, "used.size")
                .figure(IDLE, "available.size")
                .figure(MIN, "getInitialConnections")
                .figure(MAX, "getMaxConnections"),
        new Library("MariaDB's pool", "org/mariadb/jdbc/pool/", "org/mariadb/jdbc/MariaDbPoolDataSource")
                .sources("mariadb/jdbc/MariaDbPoolDataSource")
                .handles("mariadb/jdbc/Connection")
                .named("getPoolName", "pool.getPoolTag")
                .figure(IDLE, "pool.getIdleConnections")
                .figure(TOTAL, "pool.getTotalConnections")
                .figure(WAITING, "pool.getConnectionRequests")
                .figure(MIN, "conf.minPoolSize")
                .figure(MAX, "conf.maxPoolSize"),
        new Library("HSQLDB's pool", "org/hsqldb/jdbc/JDBCPool").sources("hsqldb/jdbc/JDBCPool"),
        new Library("IronJacamar", "org/jboss/jca/adapters/jdbc/", "org/jboss/resource/adapter/jdbc/")
                .sources("adapters/jdbc/WrapperDataSource", "adapter/jdbc/WrapperDataSource")
                .handles("adapters/jdbc/WrappedConnection", "adapter/jdbc/WrappedConnection")
                .named("cm.getPool.getName", "mcf.connectionURL")
                .closed("cm.getPool.isShutdown")
                // Its statistics are off unless somebody wants them.
                .figure(ACTIVE, "cm.getPool.mcpPools.checkedOutSize", "cm.getPool.mcpPools.checkedOut.size")
                .figure(TOTAL, "cm.getPool.mcpPools.poolSize")
                .figure(WAITING, "cm.getPool.permits.getQueueLength")
                .figure(MIN, "cm.getPool.poolConfiguration.getMinSize")
                .figure(MAX, "cm.getPool.poolConfiguration.getMaxSize"),
        new Library("Liberty", "com/ibm/ws/rsadapter/", "com/ibm/ws/jdbc/")
                .sources("rsadapter/jdbc/WSJdbcDataSource")
                .handles("rsadapter/jdbc/WSJdbcConnection"),
        new Library("WebLogic", "weblogic/jdbc/")
                .sources("weblogic/jdbc/common/internal/RmiDataSource")
                .handles("weblogic/jdbc/wrapper/PoolConnection"),
        new Library("GlassFish", "com/sun/gjc/")
                .sources("gjc/spi/base/AbstractDataSource")
                .handles("gjc/spi/base/ConnectionHolder"),
        new Library("Atomikos", "com/atomikos/jdbc/")
                .sources("/AbstractDataSourceBean", "/AtomikosNonXADataSourceBean")
                .handlers(
                        "atomikos/jdbc/AtomikosConnectionProxy",
                        "atomikos/jdbc/nonxa/AtomikosThreadLocalConnection",
                        "atomikos/util/DynamicProxySupport")
                .named("getUniqueResourceName")
                .figure(IDLE, "poolAvailableSize")
                .figure(TOTAL, "poolTotalSize")
                .figure(MIN, "getMinPoolSize")
                .figure(MAX, "getMaxPoolSize"),
        new Library("Bitronix", "bitronix/tm/resource/jdbc/")
                .sources("resource/jdbc/PoolingDataSource")
                .handlers("resource/jdbc/BaseProxyHandlerClass", "resource/jdbc/proxy/JavaProxyBase")
                .named("getUniqueName")
                .figure(IDLE, "getInPoolSize")
                .figure(TOTAL, "getTotalPoolSize")
                .figure(MIN, "getMinPoolSize")
                .figure(MAX, "getMaxPoolSize"),
        new Library("DBPool", "snaq/db/").sources("snaq/db/DBPoolDataSource"),
        new Library("XAPool", "org/enhydra/jdbc/").sources("enhydra/jdbc/pool/StandardPoolDataSource"),
    };

    private LibraryTable() {}
}
