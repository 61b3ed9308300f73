package io.poolagent.it.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.Alone;
import io.poolagent.it.harness.Jdks;
import io.poolagent.it.harness.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import legacy.Pause;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that ask too much, too slowly or nonsense cost the application nothing, in a JVM with a small heap. */
@Alone
class HostileClientsIT {
    private static final int SLOW = 40;
    private static final Set<Integer> ALLOWED = Set.of(0, 200, 429, 503);

    @ParameterizedTest
    @ValueSource(ints = {8, 25})
    void applicationWorksOn(int version) throws Exception {
        Run run;
        try (Program program = Program.served(Jdks.require(version), List.of("-Xmx40m"))) {
            program.awaitStatus("/health", 200);
            asFastAsTheyCan(program);
            nonsense(program);
            neverReading(program);
            breakingOff(program);
            byteByByte(program);
            program.awaitStatus("/health/live", 200);
            Pause.pass(1_100); // the rate is forgiven
            assertEquals(200, program.get("/leases").status());
            run = program.end();
        }
        assertTrue(run.number("served") > 100, run::toString);
        List<String> noise = run.otherErrors().stream()
                .filter(line -> line.matches(".*(WARNING|SEVERE|OutOfMemory|HTTP-Dispatcher).*"))
                .toList();
        assertEquals(List.of(), noise);
    }

    private static void asFastAsTheyCan(Program program) throws Exception {
        Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String path =
                    List.of("/leases", "/health/detailed", "/history", "/").get(i % 4);
            Thread client = new Thread(() -> {
                while (System.nanoTime() < end) {
                    statuses.computeIfAbsent(status(program, path), key -> new AtomicInteger())
                            .incrementAndGet();
                }
            });
            client.start();
            clients.add(client);
        }
        int probes = 0;
        while (System.nanoTime() < end) {
            probes += status(program, "/health/live") == 200 ? 1 : 0;
            Pause.pass(50);
        }
        for (Thread each : clients) {
            each.join();
        }
        assertTrue(ALLOWED.containsAll(statuses.keySet()), statuses::toString);
        assertTrue(statuses.containsKey(200) && statuses.containsKey(429), statuses::toString);
        assertTrue(statuses.get(200).get() < 500, statuses::toString);
        assertTrue(probes > 0, "a probe got through");
    }

    private static int status(Program program, String path) {
        try {
            return program.get(path).status();
        } catch (IOException e) {
            return 0;
        }
    }

    private static void nonsense(Program program) throws Exception {
        String host = "Host: localhost\r\n";
        for (String request : new String[] {
            "\0\1\2\3\r\n\r\n",
            "\r\n\r\n",
            "GET\r\n\r\n",
            "GET /health\r\n\r\n",
            "GET /%zz HTTP/1.1\r\n" + host + "\r\n",
            "GET /" + "x".repeat(100_000) + " HTTP/1.1\r\n" + host + "\r\n",
            "GET /leases HTTP/1.1\r\n" + host + "X-Large: " + "x".repeat(300_000) + "\r\n\r\n",
            "GET /leases HTTP/1.1\r\n" + host + "X: y\r\n".repeat(5_000) + "\r\n",
            "\u0016\u0003\u0001 a greeting of TLS \r\n\r\n"
        }) {
            try (Socket socket = Web.connect(program.port)) {
                try {
                    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                    socket.shutdownOutput();
                } catch (IOException e) {
                    continue; // it was cut off in the middle
                }
                Web.Answer answer = Web.read(socket.getInputStream());
                assertNotEquals(200, answer.status(), () -> request.substring(0, 6) + ": " + answer);
            }
        }
    }

    /** Asks for much on one connection and takes none of it. */
    private static void neverReading(Program program) throws Exception {
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(1_024);
            socket.connect(
                    new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), program.port), 2_000);
            sockets.add(socket);
            try {
                String request = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
                socket.getOutputStream().write(request.repeat(50).getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                // it was cut off
            }
        }
        program.awaitStatus("/health/live", 200);
        for (Socket each : sockets) {
            each.close();
        }
    }

    /** More than the heap would hold of them. */
    private static void breakingOff(Program program) throws Exception {
        String head = " /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50000\r\n\r\nab";
        for (int i = 0; i < 1_000; i++) {
            try (Socket socket = Web.connect(program.port)) {
                socket.getOutputStream()
                        .write(((i % 2 == 0 ? "POST" : "GET") + head).getBytes(StandardCharsets.ISO_8859_1));
                if (i % 10 == 0) {
                    assertNotEquals(-1, socket.getInputStream().read(), "an answer comes before the body");
                }
                socket.setSoLinger(true, 0);
            }
        }
    }

    private static void byteByByte(Program program) throws Exception {
        List<Socket> sockets = new ArrayList<>();
        Set<Socket> cutOff = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < SLOW; i++) {
            sockets.add(Web.connect(program.port));
        }
        AtomicInteger failed = new AtomicInteger();
        Pause.until(5_000, () -> {
            for (Socket each : sockets) {
                try {
                    OutputStream out = each.getOutputStream();
                    out.write('G');
                } catch (IOException e) {
                    cutOff.add(each);
                }
            }
            if (status(program, "/health/live") != 200) {
                failed.incrementAndGet();
            }
            Pause.pass(100);
            return cutOff.size() >= 8;
        });
        assertEquals(0, failed.get(), "probes that failed");
        assertTrue(cutOff.size() >= 8, () -> "only " + cutOff.size() + " slow clients were cut off");
        for (Socket each : sockets) {
            each.close();
        }
    }
}
