package io.poolagent.core.watch;

import io.poolagent.core.config.Config;
import io.poolagent.core.config.WatchOptions;
import io.poolagent.core.report.Json;
import io.poolagent.core.report.Log;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** The histories of all pools, written at the end of the JVM ({@code history.file}). Any thread may use it. */
final class HistoryFile {
    /** So many pools that are gone are remembered until then. */
    private static final int MOST_ENDED = 20;

    private final String file;
    /** Guarded by itself. */
    private final Deque<Json> histories = new ArrayDeque<>();

    HistoryFile(Config config) {
        this.file = config.text(WatchOptions.HISTORY_FILE);
    }

    private boolean isWanted() {
        return !file.isEmpty();
    }

    /** A pool may go long before the JVM does. */
    void ended(PoolHealth health) {
        if (isWanted()) {
            add(health, MOST_ENDED);
        }
    }

    private void add(PoolHealth health, int most) {
        Json history = health.history().json(health.view().name());
        synchronized (histories) {
            histories.addLast(history);
            if (histories.size() > most) {
                histories.removeFirst();
            }
        }
    }

    /** Writes what there is, and the pools that are still there. */
    void write(Iterable<PoolHealth> alive) {
        if (!isWanted()) {
            return;
        }
        for (PoolHealth each : alive) {
            each.end(System.currentTimeMillis());
            add(each, Integer.MAX_VALUE);
        }
        try (Writer out = new OutputStreamWriter(new FileOutputStream(file), StandardCharsets.US_ASCII)) {
            Json everything = Json.array();
            synchronized (histories) {
                histories.forEach(everything::add);
            }
            out.write(Json.object().put("pools", everything).toString());
            out.write('\n');
        } catch (IOException e) {
            Log.warn("history.file: " + file + " can not be written: " + e);
        }
    }
}
