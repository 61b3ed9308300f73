package io.poolagent.core.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlMaskTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "SELECT a FROM t WHERE b = 'secret' | SELECT a FROM t WHERE b = '?'",
                "SELECT 'it''s', x1, 1.5e3, -7 | SELECT '?', x1, ?, -?",
                "SELECT 'a\\'b secret' , c | SELECT '?'",
                "SELECT 'C:\\data\\', 'secret', c | SELECT '?'",
                "SELECT 1 // secret | SELECT ?",
                "UPDATE t SET a = $1 WHERE b = ? | UPDATE t SET a = $1 WHERE b = ?",
                "DO $$ secret $$ | DO $$?$$",
                "DO $x$ secret $$ too $x$ LANGUAGE sql | DO $$?$$ LANGUAGE sql",
                "SELECT 1 -- secret | SELECT ?",
                "SELECT /* secret */ 1 | SELECT  ?",
                "SELECT 'never closed secret | SELECT '?'",
                "SELECT /* never closed secret | SELECT",
                "SELECT ~x~ FROM \"t\" | SELECT ~x~ FROM \"?\"",
                "SET PASSWORD = 'secret' | SET PASSWORD = '?'",
                "set app.token to SECRET | set app.token to ?",
                "SET SESSION app.token = a, b; SELECT 1 | SET SESSION app.token = ?; SELECT ?",
                "SET TRANSACTION READ ONLY | SET TRANSACTION READ ONLY",
                "ALTER USER x IDENTIFIED BY S3cret REPLACE old; | ALTER USER x IDENTIFIED BY ? REPLACE ?;",
                "create user x password secret admin | create user x password ? admin",
                "GRANT a TO x IDENTIFIED  BY \"s\" | GRANT a TO x IDENTIFIED  BY \"?\"",
                "SELECT password FROM users | SELECT password FROM users",
                "SELECT 0xCAFE, card_4711 FROM t_2 | SELECT ?, card_4711 FROM t_2",
                "SELECT a->>'b', c #> d | SELECT a->>'?', c #> d",
                "SELECT E'a\\\\', 'secret' | SELECT E'?'"
            })
    void valuesAreTakenOut(String sql, String masked) {
        assertEquals(masked.trim(), SqlMask.mask(sql).trim());
    }
}
