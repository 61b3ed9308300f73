package io.poolagent.core.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class LibrariesTest {
    @Test
    void knownByTheirFolders() {
        assertEquals("HikariCP", name(Libraries.of("com/zaxxer/hikari/pool/PoolBase")));
        assertEquals("HikariCP", name(Libraries.of("shaded/by/us/com/zaxxer/hikari/pool/PoolBase")));
        assertEquals("HikariCP", name(Libraries.of("com/acme/internal/hikari/pool/PoolBase")));
        assertEquals("Commons DBCP", name(Libraries.of("org/apache/commons/dbcp2/PoolableConnectionFactory")));
        assertNull(Libraries.of("org/apache/ibatis/datasource/unpooled/UnpooledDataSource"));
        assertNull(Libraries.of("org/postgresql/ds/PGSimpleDataSource"));
    }

    @Test
    void leasesEndInTheirHandlesAndInThoseOfDrivers() {
        assertEquals("HikariCP", name(Libraries.endingIn("com/zaxxer/hikari/pool/ProxyConnection")));
        assertEquals("MariaDB's pool", name(Libraries.endingIn("org/mariadb/jdbc/Connection")));
        assertNull(Libraries.endingIn("com/mysql/cj/jdbc/ConnectionImpl"));
        assertNull(Libraries.endingIn("org/postgresql/jdbc/PgConnection"));
    }

    private static String name(Library library) {
        return library == null ? null : library.name();
    }
}
