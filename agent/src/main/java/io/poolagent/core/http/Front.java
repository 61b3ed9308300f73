package io.poolagent.core.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.poolagent.core.report.Log;
import java.io.IOException;
import java.util.Map;

/** Takes every request, asks the gate, and sends the answer of its path. */
final class Front implements HttpHandler {
    private final Gate gate;
    private final Paths paths;
    private final Workers workers;

    Front(Gate gate, Paths paths, Workers workers) {
        this.gate = gate;
        this.paths = paths;
        this.workers = workers;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        workers.complete();
        try {
            send(exchange, answer(exchange));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it took too long: whatever is sent from now on closes the channel
        } catch (IOException e) {
            throw e; // the client went: the server closes the connection
        } catch (Throwable e) {
            Log.debug("an HTTP request can not be answered: " + e);
        } finally {
            workers.answered();
            exchange.close();
        }
    }

    private Answer answer(HttpExchange exchange) throws InterruptedException {
        String path = Paths.plain(exchange.getRequestURI().getPath());
        Kept kept = paths.at(path);
        Answer refusal = gate.refuse(
                exchange.getRequestMethod(),
                kept == null ? null : path,
                exchange.getRequestHeaders(),
                exchange.getProtocol().equals("HTTP/1.0"));
        if (refusal != null) {
            return refusal;
        }
        return kept == null
                ? Answer.error(404, "there is nothing at this path; / is a page, /health a status")
                : kept.get();
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.type);
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        for (Map.Entry<String, String> each : answer.headers.entrySet()) {
            headers.set(each.getKey(), each.getValue());
        }
        if (answer.isRefusal()) {
            headers.set("Connection", "close");
        }
        byte[] body = answer.body();
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", String.valueOf(body.length));
            exchange.sendResponseHeaders(answer.status, -1);
        } else {
            exchange.sendResponseHeaders(answer.status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
