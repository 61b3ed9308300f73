package io.poolagent.sample.compare;

import io.poolagent.sample.Place;
import io.poolagent.sample.cli.Options;
import io.poolagent.sample.cli.UsageException;
import io.poolagent.sample.load.Progress;
import io.poolagent.sample.observe.ObserverService;
import io.poolagent.sample.observe.ServerObserver;
import io.poolagent.sample.server.ServerStartException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;

/** The command {@code compare}. */
public final class CompareCommand {

    private CompareCommand() {}

    /** Carries it out and returns the exit code. */
    public static int run(Options options, PrintStream out, Progress progress)
            throws UsageException, ServerStartException, SQLException, IOException, InterruptedException {
        Path agent = Program.agent(options.agent());
        String agentWithOptions = agent + (options.agentOptions() == null ? "" : "=" + options.agentOptions());
        JavaHome java = JavaHome.at(options.javaHome());
        try (Place place = Place.open(options, progress);
                ServerObserver observer = place.observer();
                ObserverService service = new ObserverService(observer)) {
            out.println("Database: " + place.description());
            out.println("Java:     " + java.version());
            out.println("Agent:    " + agentWithOptions);
            out.flush();
            ChildCommand command = new ChildCommand(options, place, service.port(), java);
            ChildResult without = new ChildJvm("run 1 of 2, without agent", progress)
                    .run(command.line(Collections.<String>emptyList()), command.environment());
            ChildResult with = new ChildJvm("run 2 of 2, with agent", progress)
                    .run(
                            command.line(Collections.singletonList("-javaagent:" + agentWithOptions)),
                            command.environment());
            return new ComparisonReport(without, with, options.requests() > 0).print(out) ? 0 : 1;
        }
    }
}
