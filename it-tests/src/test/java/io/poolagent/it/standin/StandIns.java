package io.poolagent.it.standin;

import io.poolagent.it.harness.ForkedJvm;
import legacy.standin.db2.StandInDb2Driver;
import legacy.standin.oracle.StandInOracleDriver;
import legacy.standin.play.Db2Vendor;
import legacy.standin.play.OracleVendor;
import legacy.standin.play.SqlServerVendor;
import legacy.standin.sqlserver.StandInSqlServerDriver;

/** A product that can not run here, and the stand-in for it. */
enum StandIns {
    ORACLE("jdbc:oracle:thin:@//stand-in:1521/shop", StandInOracleDriver.class, OracleVendor.class, "oracle"),
    SQL_SERVER("jdbc:sqlserver://stand-in:1433;x=", StandInSqlServerDriver.class, SqlServerVendor.class, "sqlserver"),
    DB2("jdbc:db2://stand-in:50000/shop", StandInDb2Driver.class, Db2Vendor.class, "db2");

    private final String url;
    private final Class<?> driver;
    private final Class<?> vendor;
    private final String script;

    StandIns(String url, Class<?> driver, Class<?> vendor, String script) {
        this.url = url;
        this.driver = driver;
        this.vendor = vendor;
        this.script = script;
    }

    /** A program with this driver registered; its first arguments are URL, user and password. */
    ForkedJvm running(Class<?> program, String... more) {
        return ForkedJvm.running(program, url, "app", "secret")
                .arguments(more)
                .jvm("-Djdbc.drivers=" + driver.getName());
    }

    /** The program that casts to its vendor's classes. */
    Class<?> vendor() {
        return vendor;
    }

    /** The script of session states for it. */
    String script(String kind) {
        return script + "-standin" + kind + ".txt";
    }
}
