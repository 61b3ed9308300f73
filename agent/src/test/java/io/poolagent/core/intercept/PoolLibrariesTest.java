package io.poolagent.core.intercept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class PoolLibrariesTest {
    @Test
    void knownByTheirFolders() {
        assertEquals("HikariCP", PoolLibraries.of("com/zaxxer/hikari/pool/PoolBase"));
        assertEquals("HikariCP", PoolLibraries.of("shaded/by/us/com/zaxxer/hikari/pool/PoolBase"));
        assertEquals("Commons DBCP", PoolLibraries.of("org/apache/commons/dbcp2/PoolableConnectionFactory"));
        assertNull(PoolLibraries.of("org/apache/ibatis/datasource/unpooled/UnpooledDataSource"));
        assertNull(PoolLibraries.of("org/postgresql/ds/PGSimpleDataSource"));
    }
}
