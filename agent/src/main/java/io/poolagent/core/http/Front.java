package io.poolagent.core.http;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes every request, asks the gate, and finds the answer of its path. Asked by the server's thread, which must not wait. */
final class Front {
    private final Gate gate;
    private final Paths paths;
    private final Workers workers;

    Front(Gate gate, Paths paths, Workers workers) {
        this.gate = gate;
        this.paths = paths;
        this.workers = workers;
    }

    /** What can be answered at once: a refusal, or what is fresh; null for what must be made. */
    @Nullable
    Answer now(Head head) {
        String path = Paths.plain(head.path);
        boolean isLocked = gate.isLocked(head.headers);
        Kept kept = paths.at(path, isLocked);
        Answer refusal = gate.refuse(head.method, kept == null ? null : path, head.headers, head.isOld, isLocked);
        if (refusal != null) {
            return refusal;
        }
        return kept == null
                ? Answer.error(404, "there is nothing at this path; / is a page, /health a status")
                : kept.fresh();
    }

    /**
     * Has made what could not be answered at once.
     *
     * @param done is given the answer, by another thread; not where the work is cancelled
     * @throws RejectedExecutionException where too much else is waiting to be made
     */
    Future<?> later(Head head, Consumer<Answer> done) {
        String path = Paths.plain(head.path);
        Kept kept = paths.at(path, gate.isLocked(head.headers));
        if (kept == null) {
            throw new IllegalArgumentException(path);
        }
        return workers.submit(Gate.isOpen(path), () -> {
            done.accept(kept.get());
            return null;
        });
    }
}
