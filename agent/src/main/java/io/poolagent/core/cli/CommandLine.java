package io.poolagent.core.cli;

import io.poolagent.core.config.BadConfigException;
import io.poolagent.core.config.ConfigReader;
import io.poolagent.core.config.OptionsTable;
import java.io.PrintStream;
import java.util.Arrays;

/** The commands. Standard output is theirs: no application runs here. */
public final class CommandLine {
    private static final String USAGE = "usage: java -javaagent:pool-agent.jar[=name=value,...] -jar application.jar\n"
            + "       java -jar pool-agent.jar config [name=value,...]   the effective configuration and its sources\n"
            + "       java -jar pool-agent.jar options                   every option, as a table\n";

    private CommandLine() {}

    /**
     * Runs a command.
     *
     * @return the exit status: 0, or 2 where the command or the configuration is wrong
     */
    public static int run(String[] arguments) {
        return run(arguments, System.out, System.err);
    }

    static int run(String[] arguments, PrintStream out, PrintStream errors) {
        String command = arguments.length == 0 ? "help" : arguments[0];
        switch (command) {
            case "config":
                return config(String.join(",", Arrays.asList(arguments).subList(1, arguments.length)), out, errors);
            case "options":
                out.print(OptionsTable.markdown());
                return 0;
            case "help":
            case "--help":
            case "-h":
                out.print(USAGE);
                return 0;
            default:
                errors.print("unknown command '" + command + "'; allowed is config, options or help\n" + USAGE);
                return 2;
        }
    }

    private static int config(String given, PrintStream out, PrintStream errors) {
        try {
            out.print(ConfigReader.read(given, System.getenv(), System.getProperties())
                    .describe());
            return 0;
        } catch (BadConfigException e) {
            for (String mistake : e.mistakes()) {
                errors.println(mistake);
            }
            return 2;
        }
    }
}
