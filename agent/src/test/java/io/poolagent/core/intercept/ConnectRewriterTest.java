package io.poolagent.core.intercept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.XAConnection;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

class ConnectRewriterTest {
    /** Its connect begins with a loop, whose frame stands at the first instruction. */
    static class LoopDriver implements Driver {
        @Override
        public Connection connect(String url, Properties info) {
            while (true) {
                if (url.isEmpty()) {
                    return null;
                }
                url = url.substring(1);
            }
        }

        @Override
        public boolean acceptsURL(String url) {
            return true;
        }

        @Override
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
            return new DriverPropertyInfo[0];
        }

        @Override
        public int getMajorVersion() {
            return 1;
        }

        @Override
        public int getMinorVersion() {
            return 0;
        }

        @Override
        public boolean jdbcCompliant() {
            return false;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }

        XAConnection getXAConnection() {
            try {
                if (acceptsURL("")) {
                    throw new IllegalStateException("no XA here");
                }
                return null;
            } finally {
                getMajorVersion();
            }
        }
    }

    /** A helper, as every legacy application has one; no driver and no data source. */
    static class Helper {
        Connection getConnection() {
            return null;
        }
    }

    private static byte[] file(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream(
                type.getName().substring(type.getPackageName().length() + 1) + ".class")) {
            return in.readAllBytes();
        }
    }

    private static void verify(byte[] rewritten) {
        StringWriter errors = new StringWriter();
        CheckClassAdapter.verify(
                new ClassReader(rewritten), ConnectRewriterTest.class.getClassLoader(), false, new PrintWriter(errors));
        assertEquals("", errors.toString());
    }

    @Test
    void aDriverIsRewrittenAndVerifies() throws IOException {
        byte[] before = file(LoopDriver.class);
        assertTrue(ClassScan.mentionsConnects(before));
        ConnectRewriter.Result result = ConnectRewriter.rewrite(before, "x/LoopDriver");
        assertNotNull(result);
        assertTrue(result.driver);
        verify(result.file);
    }

    @Test
    void aPoolsClassIsGuardedAndVerifies() throws IOException {
        ConnectRewriter.Result result = ConnectRewriter.rewrite(file(LoopDriver.class), "com/zaxxer/hikari/LoopDriver");
        assertNotNull(result);
        assertFalse(result.driver);
        verify(result.file);
    }

    @Test
    void rewritingIsTheSameEachTime() throws IOException {
        byte[] before = file(LoopDriver.class);
        ConnectRewriter.Result first = ConnectRewriter.rewrite(before, "x/LoopDriver");
        ConnectRewriter.Result second = ConnectRewriter.rewrite(before, "x/LoopDriver");
        assertNotNull(first);
        assertNotNull(second);
        org.junit.jupiter.api.Assertions.assertArrayEquals(first.file, second.file);
    }

    @Test
    void othersStayAsTheyAre() throws IOException {
        assertNull(ConnectRewriter.rewrite(file(Helper.class), "x/Helper"));
        assertFalse(ClassScan.mentionsConnects(file(ClassScan.class)));
        assertFalse(ClassScan.mentionsConnects(file(String.class)));
    }
}
