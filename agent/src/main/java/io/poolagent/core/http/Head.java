package io.poolagent.core.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a request begins with: its first line and its headers. Not changed once it is read. */
final class Head {
    final String method;
    /** As it was asked for, without the query, decoded; null for none. */
    final @Nullable String path;
    /** By names in whatever case. */
    final Map<String, List<String>> headers;
    /** Whether it is of HTTP/1.0. */
    final boolean isOld;

    private Head(String method, @Nullable String path, boolean isOld, Map<String, List<String>> headers) {
        this.method = method;
        this.path = path;
        this.isOld = isOld;
        this.headers = headers;
    }

    /**
     * Where the first head in some bytes ends, which is behind an empty line; -1 where it is not all there.
     *
     * @param from where to begin: a client that sends byte by byte is not looked at from the start each time
     */
    static int end(byte[] bytes, int from, int length) {
        for (int i = Math.max(1, from); i < length; i++) {
            if (bytes[i] == '\n' && (bytes[i - 1] == '\n' || i > 1 && bytes[i - 1] == '\r' && bytes[i - 2] == '\n')) {
                return i + 1;
            }
        }
        return -1;
    }

    /** Reads a head that is all there; null where it is no HTTP/1. */
    static @Nullable Head read(byte[] bytes, int end) {
        String[] lines = new String(bytes, 0, end, StandardCharsets.ISO_8859_1).split("\r?\n");
        String[] words = lines[0].split(" ", -1);
        if (words.length != 3 || words[0].isEmpty() || !words[2].matches("HTTP/1\\.\\d")) {
            return null;
        }
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            String name = lines[i].substring(0, Math.max(0, colon));
            if (name.isEmpty() || name.indexOf(' ') >= 0 || name.indexOf('\t') >= 0 || hasControl(lines[i])) {
                return null;
            }
            headers.computeIfAbsent(name, key -> new ArrayList<>(1))
                    .add(lines[i].substring(colon + 1).trim());
        }
        if (isAmbiguous(headers)) {
            return null;
        }
        try {
            URI uri = new URI(words[1]);
            if (uri.getRawAuthority() != null) {
                headers.put("Host", Collections.singletonList(uri.getRawAuthority())); // RFC 9112, 3.2.2: it wins
            }
            return new Head(words[0], uri.getPath(), words[2].equals("HTTP/1.0"), headers);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Whether somebody on the way may read another request in it: two hosts, or more than one end (RFC 9112, 3.2 and 6.3). */
    private static boolean isAmbiguous(Map<String, List<String>> headers) {
        List<String> hosts = headers.getOrDefault("Host", Collections.emptyList());
        List<String> lengths = headers.getOrDefault("Content-Length", Collections.emptyList());
        return hosts.size() > 1
                || lengths.size() > 1
                || !lengths.isEmpty() && (!lengths.get(0).matches("\\d+") || headers.containsKey("Transfer-Encoding"));
    }

    /** Whether there is a character that no header may have (RFC 9110, 5.5). */
    private static boolean hasControl(String header) {
        return header.chars().anyMatch(each -> each < ' ' && each != '\t' || each == 0x7f);
    }

    /** Whether nothing more is taken from the client: it asks for that, or sends a body, for which nobody waits. */
    boolean isLast() {
        return isOld || has("Connection", "close") || headers.containsKey("Transfer-Encoding") || announcesBody();
    }

    private boolean announcesBody() {
        List<String> lengths = headers.get("Content-Length");
        return lengths != null && !lengths.get(0).equals("0");
    }

    private boolean has(String name, String value) {
        List<String> values = headers.get(name);
        return values != null && values.stream().anyMatch(each -> each.equalsIgnoreCase(value));
    }
}
