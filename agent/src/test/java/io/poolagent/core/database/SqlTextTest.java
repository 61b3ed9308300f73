package io.poolagent.core.database;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {
    private final Database postgres = Databases.of("jdbc:postgresql://localhost/x");
    private final Database unknown = Databases.of("jdbc:nobody:x");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                " select a.b, count(*) from t a where x in (1,2) and (y = 'it''s; SET x') -- set_config('a')",
                "INSERT INTO orders (a, b) VALUES (?, ?)",
                "insert into shop.orders(a) values (coalesce(?, now()))",
                "INSERT INTO \"Orders\" (a) VALUES (1)",
                "UPDATE t SET a = a + 1 WHERE b = ? /* SET */",
                "DELETE FROM t WHERE a = $1",
                "WITH x(a, b) AS (SELECT 1, 2) SELECT * FROM x",
                "SELECT CAST(a AS numeric(10,2)) FROM t",
                "SELECT a::varchar(10) FROM t",
                "SELECT {fn now()}, {ts '2020-01-01 00:00:00'}",
                "SELECT a @> b FROM t FOR UPDATE",
                "SELECT 1; SELECT 2;",
                "MERGE INTO t (a) VALUES (1)"
            })
    void plain(String sql) {
        assertTrue(unknown.isPlain(sql), sql);
        assertTrue(unknown.isPlain(sql), "the cached answer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SET search_path = x",
                "BEGIN",
                "CREATE TEMP TABLE t (a int)",
                "SELECT set_config('a', 'b', false)",
                "SELECT pg_advisory_lock(1)",
                "select nextval('s')",
                "SELECT \"set_config\"('a', 'b', false)",
                "SELECT 1 INTO TEMP t",
                "SELECT 1; SET x = 1",
                "SELECT @a := 1",
                "SELECT 1 /*! , GET_LOCK('a', 1) */",
                "SELECT '\\', GET_LOCK('a', 1) -- '",
                "{call p(1)}",
                "{? = call p(1)}",
                "CALL p(1)",
                "DO $$ BEGIN END $$",
                "SELECT * INTO #t FROM x",
                "SELECT 'open",
                "WITH x AS (SELECT 1) SELECT * INTO t FROM x",
                "LISTEN a",
                "PREPARE p AS SELECT 1"
            })
    void notPlain(String sql) {
        assertFalse(unknown.isPlain(sql), sql);
        assertFalse(postgres.isPlain(sql), sql);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT pg_sleep(1)", "select current_setting('x')"})
    void aProductsOwnFunctions(String sql) {
        assertTrue(postgres.isPlain(sql));
        assertFalse(unknown.isPlain(sql));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UNLISTEN *", " unlisten  * ;", "SELECT 1; UNLISTEN *", "DISCARD ALL", "/* x */ Unlisten *"})
    void waitsForNotificationsNoMore(String sql) {
        assertTrue(postgres.traits(sql).listensNoMore());
        assertFalse(postgres.traits(sql).listens());
    }

    @ParameterizedTest
    @ValueSource(strings = {"LISTEN a", "UNLISTEN *; LISTEN a", "listen a"})
    void waitsForNotifications(String sql) {
        assertFalse(postgres.traits(sql).listensNoMore());
        assertTrue(postgres.traits(sql).listens());
    }

    /** Of other channels that says nothing. */
    @Test
    void ofOneChannel() {
        assertFalse(postgres.traits("UNLISTEN a").listensNoMore());
        assertFalse(postgres.traits("SELECT 'UNLISTEN *'").listensNoMore());
    }
}
