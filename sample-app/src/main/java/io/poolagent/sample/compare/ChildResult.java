package io.poolagent.sample.compare;

import io.poolagent.sample.load.Figures;
import java.util.List;

/** How a run in a JVM of its own ended. */
final class ChildResult {

    private final int status;
    private final List<String> output;

    ChildResult(int status, List<String> output) {
        this.status = status;
        this.output = output;
    }

    /** The lines of its standard output. */
    List<String> output() {
        return output;
    }

    boolean hasFigures() {
        return output.contains(Figures.END);
    }

    /** False when requests failed, although the run went through. */
    boolean wentWell() {
        return status == 0;
    }
}
