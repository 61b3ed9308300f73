package io.poolagent.it.foreign;

import java.util.stream.Stream;

/** The jars that programs with pools of their own need. */
public final class OwnPools {
    private static final String[] LIBRARIES = {
        "HikariCP",
        "slf4j-api",
        "commons-dbcp2",
        "commons-pool2",
        "commons-logging",
        "jakarta.transaction-api",
        "tomcat-jdbc",
        "tomcat-juli",
        "c3p0",
        "mchange-commons-java",
        "druid",
        "mybatis",
        "spring-jdbc",
        "spring-core",
        "spring-beans",
        "spring-tx"
    };

    private OwnPools() {}

    /** All libraries of pools, and a driver. */
    public static String[] with(String driver) {
        return Stream.concat(Stream.of(driver), Stream.of(LIBRARIES)).toArray(String[]::new);
    }
}
