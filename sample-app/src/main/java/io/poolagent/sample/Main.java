package io.poolagent.sample;

import io.poolagent.sample.cli.Command;
import io.poolagent.sample.cli.CommandLine;
import io.poolagent.sample.cli.Options;
import io.poolagent.sample.cli.Usage;
import io.poolagent.sample.cli.UsageException;
import io.poolagent.sample.compare.CompareCommand;
import io.poolagent.sample.load.Progress;
import io.poolagent.sample.load.Terminal;
import io.poolagent.sample.server.ServerStartException;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;

/** The program. Exit codes: 0 done, 1 failed, 2 the command line is not allowed. */
public final class Main {

    private Main() {}

    /** Carries out a command line; {@code --help} explains it. */
    public static void main(String[] arguments) {
        int status = run(arguments, System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** The same without ending the JVM: returns the exit code. */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        Progress progress = new Progress(err, Terminal.onStandardError());
        try {
            Options options = CommandLine.parse(arguments);
            if (options.command() == Command.HELP) {
                Usage.print(out);
                return 0;
            }
            return options.command() == Command.COMPARE
                    ? CompareCommand.run(options, out, progress)
                    : RunCommand.run(options, out, progress);
        } catch (UsageException e) {
            progress.say(String.valueOf(e.getMessage()));
            progress.say("The option --help lists what is allowed.");
            return 2;
        } catch (ServerStartException | IOException e) {
            progress.say(String.valueOf(e.getMessage()));
            return 1;
        } catch (SQLException e) {
            progress.say("The database says: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            progress.say("Interrupted.");
            return 1;
        }
    }
}
