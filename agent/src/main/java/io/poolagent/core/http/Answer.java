package io.poolagent.core.http;

import io.poolagent.core.report.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a client gets: a status, a body and what headers it needs besides the common ones. Immutable. */
final class Answer {
    private static final String JSON = "application/json; charset=utf-8";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    final int status;
    final String type;
    private final byte[] body;
    final Map<String, String> headers;

    private Answer(int status, String type, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.type = type;
        this.body = body;
        this.headers = headers;
    }

    /** @param type the media type, with its character set, which is UTF-8 */
    static Answer text(int status, String type, String body) {
        return new Answer(status, type, body.getBytes(StandardCharsets.UTF_8), Collections.emptyMap());
    }

    static Answer json(int status, Json body) {
        return text(status, JSON, body.toString());
    }

    /** A refusal: an object with the status and a sentence that says what to do. */
    static Answer error(int status, String sentence) {
        return json(status, Json.object().put("status", status).put("error", sentence));
    }

    /** The same with one more header. */
    Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, type, body, Collections.unmodifiableMap(more));
    }

    /** Whether the connection is closed behind it: nothing that was refused is worth keeping one for. */
    boolean isRefusal() {
        return status >= 400 && status != 503;
    }

    /** The first line of it and the headers, up to the body. */
    byte[] head(boolean isLast) {
        StringBuilder text = new StringBuilder("HTTP/1.1 ")
                .append(status)
                .append(status < 400 ? " OK" : status < 500 ? " Refused" : " Unavailable")
                .append("\r\nDate: ")
                .append(DATE.format(Instant.now()))
                .append("\r\nContent-Type: ")
                .append(type)
                .append("\r\nContent-Length: ")
                .append(body.length)
                .append("\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff")
                .append("\r\nCross-Origin-Resource-Policy: same-origin\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.append(isLast ? "Connection: close\r\n\r\n" : "\r\n")
                .toString()
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Not to be changed. */
    byte[] body() {
        return body;
    }
}
