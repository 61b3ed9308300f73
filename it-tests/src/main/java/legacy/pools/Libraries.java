package legacy.pools;

import com.alibaba.druid.pool.DruidDataSource;
import com.mchange.v2.c3p0.ComboPooledDataSource;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.util.Map;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.ibatis.datasource.pooled.PooledDataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The pools that applications bring as libraries. */
final class Libraries {
    private Libraries() {}

    static void addTo(Map<String, OwnPool> pools) {
        pools.put("HikariCP", account -> {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(account.url);
            config.setUsername(account.user);
            config.setPassword(account.password);
            config.setMaximumPoolSize(OwnPool.SIZE);
            return new HikariDataSource(config);
        });
        pools.put("DBCP2", account -> {
            BasicDataSource pool = new BasicDataSource();
            pool.setUrl(account.url);
            pool.setUsername(account.user);
            pool.setPassword(account.password);
            pool.setMaxTotal(OwnPool.SIZE);
            return pool;
        });
        pools.put("Tomcat JDBC", account -> {
            PoolProperties properties = new PoolProperties();
            properties.setUrl(account.url);
            properties.setUsername(account.user);
            properties.setPassword(account.password);
            properties.setInitialSize(1);
            properties.setMinIdle(1);
            properties.setMaxIdle(OwnPool.SIZE);
            properties.setMaxActive(OwnPool.SIZE);
            properties.setDriverClassName(
                    DriverManager.getDriver(account.url).getClass().getName());
            return new org.apache.tomcat.jdbc.pool.DataSource(properties);
        });
        pools.put("c3p0", account -> {
            ComboPooledDataSource pool = new ComboPooledDataSource();
            pool.setJdbcUrl(account.url);
            pool.setUser(account.user);
            pool.setPassword(account.password);
            pool.setInitialPoolSize(OwnPool.SIZE);
            pool.setMinPoolSize(OwnPool.SIZE);
            pool.setMaxPoolSize(OwnPool.SIZE);
            return pool;
        });
        pools.put("Druid", account -> {
            DruidDataSource pool = new DruidDataSource();
            pool.setUrl(account.url);
            pool.setUsername(account.user);
            pool.setPassword(account.password);
            pool.setMaxActive(OwnPool.SIZE);
            return pool;
        });
        pools.put("MyBatis", account -> {
            PooledDataSource pool = new PooledDataSource(
                    DriverManager.getDriver(account.url).getClass().getName(),
                    account.url,
                    account.user,
                    account.password);
            pool.setPoolMaximumActiveConnections(OwnPool.SIZE);
            pool.setPoolMaximumIdleConnections(OwnPool.SIZE);
            return pool;
        });
        pools.put(
                "Spring SingleConnectionDataSource",
                account -> new SingleConnectionDataSource(account.url, account.user, account.password, true));
    }
}
