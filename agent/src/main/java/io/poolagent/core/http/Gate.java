package io.poolagent.core.http;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who may ask for what. Knows nothing of the server. Any thread may use it. */
final class Gate {
    /** What probes ask for: a status and nothing about pools. */
    private static final Set<String> OPEN =
            Collections.unmodifiableSet(new HashSet<>(Arrays.asList("/health", "/health/live", "/health/ready")));

    private static final Pattern LOOPBACK =
            Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)])(:\\d{1,5})?");
    private static final int PER_SECOND = 100;
    private static final String BEARER = "bearer ";

    /** What an answer with the status 401 names as the way to log in. */
    static final String CHALLENGE = "Bearer realm=\"pool-agent\"";

    private final String bind;
    private final boolean isLocal;
    private final byte[] token;
    private final Rate rate;
    /** Of who has no token: nobody without one takes the place of who has it. */
    private final Rate strangers;

    /**
     * @param bind the address as it was configured
     * @param address the address it stands for
     * @param token empty for none
     */
    Gate(String bind, InetAddress address, String token) {
        this.bind = bind.toLowerCase(Locale.ROOT);
        this.isLocal = address.isLoopbackAddress();
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.rate = new Rate(PER_SECOND, System.nanoTime());
        this.strangers = new Rate(PER_SECOND, System.nanoTime());
    }

    /** Whether everybody may ask for it, as often as they like: what probes ask for. */
    static boolean isOpen(String path) {
        return OPEN.contains(path);
    }

    /**
     * Judges a request.
     *
     * @param path without {@code /api}; null for one that nobody knows
     * @param mayLackHost whether it may have no Host header, as HTTP/1.0 lets old load balancers do; browsers send one
     * @param isLocked as {@link #isLocked} said
     * @return the refusal; null where it may pass
     */
    @Nullable
    Answer refuse(
            String method,
            @Nullable String path,
            Map<String, List<String>> headers,
            boolean mayLackHost,
            boolean isLocked) {
        boolean isOpen = path != null && isOpen(path);
        if (!isOpen && !(isLocked ? strangers : rate).allows(System.nanoTime())) {
            return Answer.error(429, "more than " + PER_SECOND + " requests in a second")
                    .with("Retry-After", "1");
        }
        String host = first(headers, "Host");
        Answer wrongHost = host == null && mayLackHost ? null : host(host);
        if (wrongHost != null) {
            return wrongHost;
        }
        Answer unknown = isOpen ? null : login(path, isLocked);
        if (unknown != null) {
            return unknown;
        }
        return method.equals("GET") || method.equals("HEAD")
                ? null
                : Answer.error(405, "only GET and HEAD are answered").with("Allow", "GET, HEAD");
    }

    /** A page of somebody's whose name was made to stand for this machine sends its own name. */
    private @Nullable Answer host(@Nullable String host) {
        if (host == null || host.isEmpty()) {
            return Answer.error(400, "the request has no Host header");
        }
        String name = host.toLowerCase(Locale.ROOT);
        boolean isOwn = name.equals(bind) || name.startsWith(bind + ":");
        return !isLocal || isOwn || LOOPBACK.matcher(name).matches()
                ? null
                : Answer.error(403, "the Host header names another machine than this: use localhost");
    }

    /** The page is shown to everybody whom it can ask for a token, if as {@link Page#locked}. */
    private @Nullable Answer login(@Nullable String path, boolean isLocked) {
        if (token.length == 0) {
            return isLocal
                    ? null
                    : Answer.error(
                            403,
                            "served on another address than loopback, which takes a token: set http.token, or http.bind=127.0.0.1");
        }
        if (Paths.PAGE.equals(path) || !isLocked) {
            return null;
        }
        return Answer.error(401, "send Authorization: Bearer TOKEN, with what http.token is set to")
                .with("WWW-Authenticate", CHALLENGE);
    }

    /** Whether a request lacks the token that there is. */
    boolean isLocked(Map<String, List<String>> headers) {
        return token.length != 0 && !isRight(first(headers, "Authorization"));
    }

    /** Takes as long for a wrong token as for the right one. */
    private boolean isRight(@Nullable String authorization) {
        return authorization != null
                && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
                && MessageDigest.isEqual(
                        token, authorization.substring(BEARER.length()).trim().getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String first(Map<String, List<String>> headers, String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }
}
