package io.poolagent.core.http;

import io.poolagent.core.http.Client.Waits;
import io.poolagent.core.report.Log;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who is connected, and who must go. Used by the server's thread; any thread may ask how many there are. */
final class Clients {
    private static final int MOST = 256;
    /** So much may wait for clients that do not read, over all; a single answer may be larger. */
    private static final long MOST_UNSENT = 8L << 20;

    private final Set<Client> all = ConcurrentHashMap.newKeySet();

    int size() {
        return all.size();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    void add(Client client) {
        all.add(client);
    }

    /** Where there are as many as may be, the one that has been waited for longest goes for a new one. */
    void makeRoom() {
        if (all.size() >= MOST) {
            closeOldest(each -> each.waits() != Waits.ANSWER);
        }
    }

    /** Those that are too late go. */
    void closeLate(long now) {
        for (Client each : new ArrayList<>(all)) {
            if (each.isLate(now)) {
                each.giveUp();
                close(each);
            }
        }
    }

    /** Where too much waits to be sent, others go that do not read. */
    void makeSpace(Client sending) {
        long unsent = all.stream().mapToLong(Client::unsent).sum();
        while (unsent > MOST_UNSENT) {
            Client oldest = closeOldest(each -> each != sending && each.unsent() > 0);
            if (oldest == null) {
                return;
            }
            unsent -= oldest.unsent();
        }
    }

    /** Closes the one that has been waited for longest. */
    private @Nullable Client closeOldest(Predicate<Client> of) {
        long now = System.nanoTime();
        Client oldest = all.stream()
                .filter(of)
                .max(Comparator.comparingLong(each -> now - each.sinceNanos()))
                .orElse(null);
        if (oldest != null) {
            close(oldest);
        }
        return oldest;
    }

    void closeAll() {
        new ArrayList<>(all).forEach(this::close);
    }

    void close(Client client) {
        all.remove(client);
        close(client.channel);
    }

    static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            Log.debug("an HTTP connection can not be closed: " + e);
        }
    }
}
