package io.poolagent.bench.stub;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;

/** Answers the few questions that a pool asks once about a connection. */
final class StubMetaData {
    private StubMetaData() {}

    static DatabaseMetaData of(Connection connection, String url) {
        return (DatabaseMetaData) Proxy.newProxyInstance(
                StubMetaData.class.getClassLoader(),
                new Class<?>[] {DatabaseMetaData.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getURL" -> url;
                    case "getConnection" -> connection;
                    case "getDatabaseProductName", "getDriverName" -> "Stub";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
