package io.poolagent.core.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeadTest {
    private static final String FIRST = "GET /health HTTP/1.1\r\n";

    private static @Nullable Head read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        int end = Head.end(bytes, 0, bytes.length);
        assertTrue(end > 0, text);
        return Head.read(bytes, end);
    }

    private static Head good(String text) {
        Head head = read(text);
        assertNotNull(head, text);
        return head;
    }

    @Test
    void endIsFoundWhereverOneLooksFrom() {
        byte[] bytes = (FIRST + "Host: a\r\n\r\nGET").getBytes(StandardCharsets.ISO_8859_1);
        int end = bytes.length - 3;
        for (int length = 0; length <= bytes.length; length++) {
            assertEquals(length < end ? -1 : end, Head.end(bytes, Math.min(length, end - 1), length));
        }
        assertEquals(15, Head.end("GET / HTTP/1.1\n\n".getBytes(StandardCharsets.ISO_8859_1), 0, 16) - 1);
    }

    @Test
    void firstLineAndHeadersAreRead() {
        Head head = good("HEAD /hea%6cth?a=b HTTP/1.1\r\nhost:  a:1 \r\nX:\r\nX: 2\r\n\r\n");
        assertEquals("HEAD", head.method);
        assertEquals("/health", head.path);
        assertEquals(List.of("a:1"), head.headers.get("Host"));
        assertEquals(List.of("", "2"), head.headers.get("x"));
        assertFalse(head.isOld);
        assertEquals("/metrics", good("GET http://localhost/metrics HTTP/1.0\n\n").path);
        assertTrue(good("GET / HTTP/1.0\n\n").isOld);
    }

    @Test
    void whatIsNoRequestIsNone() {
        for (String wrong : new String[] {
            "\0\1\2\r\n\r\n",
            "GET\r\n\r\n",
            "GET /health\r\n\r\n",
            "GET /hea lth HTTP/1.1\r\n\r\n",
            " /health HTTP/1.1\r\n\r\n",
            "GET /health HTTP/9.9\r\n\r\n",
            "GET /%zz HTTP/1.1\r\n\r\n",
            FIRST + "no colon\r\n\r\n",
            FIRST + ": a\r\n\r\n",
            FIRST + "X : a\r\n\r\n",
            FIRST + "X: a\0\r\n\r\n",
            FIRST + "X: a\rb\r\n\r\n",
            FIRST + "Host: a\r\nhost: a\r\n\r\n",
            FIRST + "Content-Length: -1\r\n\r\n",
            FIRST + "Content-Length: x\r\n\r\n",
            FIRST + "content-length: 0\r\nContent-Length: 5\r\n\r\n",
            FIRST + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
            FIRST + "X: a\r\n folded: b\r\n\r\n"
        }) {
            assertNull(read(wrong), wrong);
        }
    }

    @Test
    void nothingFollowsABody() {
        assertFalse(good(FIRST + "\r\n").isLast());
        assertFalse(good(FIRST + "Content-Length: 0\r\n\r\n").isLast());
        for (String header : new String[] {"Content-Length: 5", "Transfer-Encoding: chunked", "Connection: Close"}) {
            assertTrue(good(FIRST + header + "\r\n\r\n").isLast(), header);
        }
    }
}
