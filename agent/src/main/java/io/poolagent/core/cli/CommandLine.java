package io.poolagent.core.cli;

import io.poolagent.core.config.BadConfigException;
import io.poolagent.core.config.ConfigReader;
import io.poolagent.core.config.OptionsTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Arrays;

/** The commands. Standard output is theirs: no application runs here. */
public final class CommandLine {
    private static final String USAGE = "usage: java -javaagent:pool-agent.jar[=name=value,...] -jar application.jar\n"
            + "       java -jar pool-agent.jar config [name=value,...]   the effective configuration and its sources\n"
            + "       java -jar pool-agent.jar options                   every option, as a table\n"
            + "       java -jar pool-agent.jar dashboard                 a dashboard for Grafana, as JSON\n"
            + "       java -jar pool-agent.jar alerts                    alert rules for Prometheus, as YAML\n";

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
            case "dashboard":
                return file("pool-agent-dashboard.json", out, errors);
            case "alerts":
                return file("pool-agent-alerts.yml", out, errors);
            case "help":
            case "--help":
            case "-h":
                out.print(USAGE);
                return 0;
            default:
                errors.print("unknown command '" + command
                        + "'; allowed is config, options, dashboard, alerts or help\n" + USAGE);
                return 2;
        }
    }

    /** A file of those that come with the meters. */
    private static int file(String name, PrintStream out, PrintStream errors) {
        try (InputStream in = CommandLine.class.getResourceAsStream("/io/poolagent/core/metrics/" + name)) {
            byte[] bytes = new byte[8_192];
            for (int count = in == null ? -1 : in.read(bytes); in != null && count >= 0; count = in.read(bytes)) {
                out.write(bytes, 0, count);
            }
            out.flush();
            return in == null ? 2 : 0;
        } catch (IOException e) {
            errors.println(name + " can not be read: " + e);
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
