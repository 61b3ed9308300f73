package io.poolagent.core.intercept;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.core.config.UrlPatterns;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

class ForeignRewriteTest {
    /** Has what is awkward to rewrite: loops at the first instruction, handlers, early returns, statics. */
    static class HomeMade extends ArrayList<Connection> {
        private final List<Connection> free;

        HomeMade(int size) {
            super(size > 3 ? 3 : size);
            free = new ArrayList<>();
            try {
                free.add(connection("x", 2L));
            } catch (SQLException e) {
                return;
            }
        }

        static Connection connection(String url, long wait) throws SQLException {
            while (true) {
                if (wait-- > 0) {
                    return DriverManager.getConnection(url);
                }
            }
        }

        Connection take(int[] counts, double weight, Object key) {
            for (Connection each : free) {
                if (each != key) {
                    return each;
                }
            }
            throw new IllegalStateException("none of " + counts.length + weight);
        }

        boolean giveBack(Connection connection) {
            while (connection != null) {
                return free.add(connection);
            }
            return false;
        }

        static void drop(Connection connection) throws SQLException {
            connection.close();
        }
    }

    @AfterEach
    void nothingIsTakenOver() {
        TakeOver.configure(UrlPatterns.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"com/zaxxer/hikari/HikariDataSource", "com/zaxxer/hikari/pool/ProxyConnection"})
    void aForeignPoolsClassesAreRewrittenAndVerify(String name) throws IOException {
        byte[] before = file(name);
        ConnectRewriter.Result result = ConnectRewriter.rewrite(before, name);
        assertNotNull(result);
        assertEquals(name.endsWith("DataSource"), result.handsOut);
        verify(result.file);
        ConnectRewriter.Result again = ConnectRewriter.rewrite(before, name);
        assertNotNull(again);
        assertArrayEquals(result.file, again.file);
    }

    @Test
    void aPoolThatIsTakenOverIsRewrittenAndVerifies() throws IOException {
        String name = HomeMade.class.getName().replace('.', '/');
        assertNull(ConnectRewriter.rewrite(file(name), name), "unless somebody asked for it");
        TakeOver.configure(UrlPatterns.of("*HomeMade"));
        ConnectRewriter.Result result = ConnectRewriter.rewrite(file(name), name);
        assertNotNull(result);
        verify(result.file);
        assertTrue(result.file.length > file(name).length);
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream in = ForeignRewriteTest.class.getClassLoader().getResourceAsStream(name + ".class")) {
            assertNotNull(in, name);
            return in.readAllBytes();
        }
    }

    private static void verify(byte[] rewritten) {
        StringWriter errors = new StringWriter();
        CheckClassAdapter.verify(
                new ClassReader(rewritten), ForeignRewriteTest.class.getClassLoader(), false, new PrintWriter(errors));
        assertEquals("", errors.toString());
    }
}
