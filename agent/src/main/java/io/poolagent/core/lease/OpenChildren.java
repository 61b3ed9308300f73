package io.poolagent.core.lease;

import io.poolagent.core.handle.Tracked;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements that a lease has open. Most leases open one and close it, so the list forgets closed ones from its end
 * first, and is searched only when it has doubled. Any thread may use it.
 */
final class OpenChildren {
    private static final int FIRST_SEARCH = 16;

    private @Nullable List<Tracked> open;
    private int nextSearch = FIRST_SEARCH;

    synchronized Tracked add(AutoCloseable child) {
        List<Tracked> list = open;
        if (list == null) {
            list = new ArrayList<>(2);
            open = list;
        }
        while (!list.isEmpty() && list.get(list.size() - 1).isDone()) {
            list.remove(list.size() - 1);
        }
        if (list.size() >= nextSearch) {
            list.removeIf(Tracked::isDone);
            nextSearch = Math.max(FIRST_SEARCH, list.size() * 2);
        }
        Tracked tracked = new Tracked(child);
        list.add(tracked);
        return tracked;
    }

    /** What is still open, last opened first; it is forgotten here. */
    List<AutoCloseable> stillOpen() {
        List<Tracked> list;
        synchronized (this) {
            list = open;
            open = null;
        }
        List<AutoCloseable> children = new ArrayList<>();
        if (list == null) {
            return children;
        }
        for (int i = list.size() - 1; i >= 0; i--) {
            Tracked tracked = list.get(i);
            AutoCloseable child = tracked.isDone() ? null : tracked.get();
            if (child != null) {
                children.add(child);
            }
        }
        return children;
    }
}
