package io.poolagent.core.http;

import io.poolagent.core.config.Config;
import io.poolagent.core.config.WatchOptions;
import io.poolagent.core.report.Log;
import io.poolagent.core.watch.Watch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

/** Serves over HTTP. */
public final class HttpService {
    private static final long REQUEST_MILLIS = 3_000;
    /** Longer than the test of databases takes. */
    private static final long ANSWER_MILLIS = 8_000;
    /** Longer than between two scrapes, mostly. */
    private static final long IDLE_MILLIS = 30_000;

    private HttpService() {}

    /**
     * Starts to serve, as {@code http.port} and its kin say; for as long as the JVM lives. Called once, by a
     * thread of the agent's. Where the address can not be had one line in the log says why.
     *
     * @param watch knows the pools
     * @param metrics the text of {@code /metrics}, in Prometheus' format; asked at most once a second
     */
    public static void start(Watch watch, Supplier<String> metrics) {
        Config config = watch.config();
        int port = config.number(WatchOptions.HTTP_PORT);
        String bind = config.text(WatchOptions.HTTP_BIND);
        try {
            InetAddress address = InetAddress.getByName(bind);
            String token = config.text(WatchOptions.HTTP_TOKEN);
            Front front = new Front(new Gate(bind, address, token), new Paths(watch, metrics), new Workers());
            new Server(new InetSocketAddress(address, port), front, REQUEST_MILLIS, ANSWER_MILLIS, IDLE_MILLIS).start();
            watch.watchHeap();
            Log.info("HTTP is served at http://" + at(bind, port) + "/"
                    + (address.isLoopbackAddress() || !token.isEmpty()
                            ? ""
                            : ": only /health, /health/live and /health/ready, since http.token is not set"));
        } catch (IOException e) {
            Log.warn(
                    "http.port=" + port + ": nothing is served over HTTP at " + at(bind, port) + ": " + e.getMessage());
        }
    }

    private static String at(String bind, int port) {
        return (bind.indexOf(':') < 0 ? bind : "[" + bind + "]") + ":" + port;
    }
}
