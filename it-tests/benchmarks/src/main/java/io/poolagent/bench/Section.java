package io.poolagent.bench;

import java.io.IOException;
import java.util.List;

/** One table. */
interface Section {
    /** Its name on the command line. */
    String name();

    /** What it shows, one line, and what has to be known to read it. */
    String heading();

    /** Measures, and gives the table. */
    List<String> measure(Lab lab) throws IOException, InterruptedException;
}
