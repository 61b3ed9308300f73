package io.poolagent.core.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.core.config.Config;
import io.poolagent.core.config.ConfigReader;
import io.poolagent.core.leak.Leaks;
import io.poolagent.core.watch.Watch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** By plain sockets, so that a client can be as bad as it likes. Whatever is to be closed is seen by reading to the end. */
class ServerTest {
    private static final String LIVE = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String METRICS = "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String BODY = "Host: localhost\r\nContent-Length: 50000\r\n\r\nab";
    private static final int LONG = 60_000;
    private static final int SHORT = 100;

    private final Config config = ConfigReader.read("leak.threshold=5s", Map.of(), new Properties());
    private final Watch watch = new Watch(config, new Leaks(config), null);
    private final List<Socket> sockets = new ArrayList<>();
    private @Nullable Server server;

    private Server start(int headMillis, int answerMillis, Supplier<String> metrics) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        Front front = new Front(new Gate("127.0.0.1", loopback, ""), new Paths(watch, metrics), new Workers());
        Server started = new Server(new InetSocketAddress(loopback, 0), front, headMillis, answerMillis, LONG);
        server = started;
        started.start();
        return started;
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket each : sockets) {
            each.close();
        }
        if (server != null) {
            server.stop();
        }
    }

    private Socket send(Server to, String text) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), to.port());
        sockets.add(socket);
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    /** What comes until the connection is closed. */
    private static String rest(Socket socket) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        socket.getInputStream().transferTo(bytes);
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static String first(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        return new String(in.readNBytes(12), StandardCharsets.ISO_8859_1);
    }

    private static void awaitNone(Server server) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (server.clients() > 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertEquals(0, server.clients(), "clients that are remembered");
    }

    @Test
    void oneConnectionTakesSeveralRequests() throws Exception {
        Server server = start(LONG, LONG, () -> "figures");
        String last = METRICS.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
        String all = rest(send(server, LIVE + METRICS.replace("GET", "HEAD") + "\r\n" + last));
        assertEquals(3, all.split("HTTP/1.1 200 OK\r\n", -1).length - 1, all);
        assertEquals(2, all.split("Content-Length: 7\r\n", -1).length - 1, all);
        assertEquals(1, all.split("figures", -1).length - 1, "HEAD has no body: " + all);
        assertTrue(all.endsWith("Connection: close\r\n\r\nfigures"), all);
        String old = rest(send(server, "GET /health/live HTTP/1.0\r\n\r\n"));
        assertTrue(old.startsWith("HTTP/1.1 200 OK"), old);
    }

    @Test
    void bodiesAreNotWaitedForAndForgotten() throws Exception {
        Server server = start(SHORT, LONG, () -> "");
        for (String[] each :
                new String[][] {{"GET /health", "200"}, {"POST /health", "405"}, {"GET /nothing", "404"}}) {
            Socket reads = send(server, each[0] + " HTTP/1.1\r\n" + BODY);
            assertTrue(rest(reads).startsWith("HTTP/1.1 " + each[1]), each[0]);
            Socket breaksOff = send(server, each[0] + " HTTP/1.1\r\n" + BODY);
            breaksOff.setSoLinger(true, 0);
            breaksOff.close();
        }
        awaitNone(server);
    }

    @Test
    void slowHeadsCostNobodyElseTime() throws Exception {
        Server server = start(LONG, LONG, () -> "");
        for (int i = 0; i < 1_000; i++) {
            send(server, LIVE.substring(0, 30));
        }
        assertEquals("HTTP/1.1 200", first(send(server, LIVE)));
        assertTrue(server.clients() <= 256, () -> server.clients() + " clients");
        assertEquals("", first(sockets.get(0)), "the first of them gave room");
    }

    @Test
    void whoeverTakesTooLongIsCutOff() throws Exception {
        Server server = start(SHORT, LONG, () -> "");
        assertEquals("", rest(send(server, LIVE.substring(0, 30))));
        awaitNone(server);
    }

    @Test
    void answersThatTakeTimeDoNotKeepProbesWaiting() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        Server server = start(LONG, 1_000, () -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
                return "";
            } catch (InterruptedException e) {
                cancelled.countDown();
                throw new IllegalStateException(e); // a text would be those that still wait for one
            }
        });
        List<Socket> waiting = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            waiting.add(send(server, METRICS));
        }
        begun.await();
        assertEquals("HTTP/1.1 200", first(send(server, LIVE)));
        assertTrue(cancelled.await(10, TimeUnit.SECONDS), "it took too long");
        for (Socket each : waiting) {
            assertFalse(first(each).endsWith("200"));
        }
    }

    @Test
    void whoeverDoesNotReadIsCutOff() throws Exception {
        char[] large = new char[4 << 20];
        String text = new String(large);
        Server server = start(LONG, 1_000, () -> text);
        for (int i = 0; i < 5; i++) {
            send(server, METRICS + METRICS);
        }
        assertEquals("HTTP/1.1 200", first(send(server, LIVE)));
        sockets.remove(5).close();
        awaitNone(server);
    }

    @Test
    void nonsenseIsAnsweredWithItsStatus() throws Exception {
        Server server = start(LONG, LONG, () -> "");
        assertTrue(rest(send(server, "\0\1\r\n\r\n")).startsWith("HTTP/1.1 400 "));
        String large = "GET /health HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n";
        assertTrue(rest(send(server, large)).startsWith("HTTP/1.1 431 "));
        assertEquals(1, rest(send(server, "GET\r\n\r\n" + LIVE)).split("HTTP/1.1 ", -1).length - 1);
    }
}
