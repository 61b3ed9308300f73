package io.poolagent.it.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Asks by plain sockets, so that a request can be as wrong as a test needs it. */
final class Web {
    private Web() {}

    /** What came back; status 0 where the connection was closed without a word. */
    record Answer(int status, Map<String, String> headers, String body) {
        Object json() {
            return JsonText.read(body);
        }

        /** A value in the JSON, by names and numbers: {@code pools/0/name}. */
        Object at(String path) {
            return JsonText.at(json(), path);
        }
    }

    static Answer get(int port, String path, String... headers) throws IOException {
        return ask(port, "GET", path, headers);
    }

    static Answer ask(int port, String method, String path, String... headers) throws IOException {
        StringBuilder text = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
        boolean hasHost = false;
        for (String each : headers) {
            hasHost |= each.startsWith("Host:");
            text.append(each.isEmpty() ? "" : each + "\r\n");
        }
        return raw(port, text + (hasHost ? "" : "Host: localhost:" + port + "\r\n") + "\r\n");
    }

    static Answer raw(int port, String request) throws IOException {
        try (Socket socket = connect(port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return read(socket.getInputStream());
        }
    }

    static Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2_000);
        socket.setSoTimeout(15_000);
        return socket;
    }

    static Answer read(InputStream in) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            in.transferTo(bytes);
        } catch (IOException e) {
            // what came before the connection was cut off
        }
        String text = bytes.toString(StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, Map.of(), "");
        }
        String[] lines = text.substring(0, end).split("\r\n");
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon), lines[i].substring(colon + 1).trim());
        }
        return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, text.substring(end + 4));
    }
}
