package io.poolagent.sample.cli;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Understands command lines: {@code [run|compare] [--option value | --option=value]...}. */
public final class CommandLine {

    private CommandLine() {}

    /**
     * The options of a command line.
     *
     * @throws UsageException when something in it is not allowed; the message says what and what would be
     */
    public static Options parse(String... arguments) throws UsageException {
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
        if (rest.contains("--help") || rest.contains("-h")) {
            return new Options(Command.HELP, new EnumMap<>(Option.class));
        }
        Command command = Command.RUN;
        String first = rest.peek();
        if (first != null && !first.startsWith("-")) {
            command = command(rest.remove());
        }
        Map<Option, String> values = new EnumMap<>(Option.class);
        for (String argument = rest.poll(); argument != null; argument = rest.poll()) {
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            Option option = option(name);
            String value = equals < 0 ? rest.poll() : argument.substring(equals + 1);
            if (values.put(option, checked(option, value)) != null) {
                throw new UsageException(name + " is given twice; once is allowed.");
            }
        }
        checkTogether(command, values);
        return new Options(command, values);
    }

    private static Command command(String word) throws UsageException {
        switch (word) {
            case "run":
                return Command.RUN;
            case "compare":
                return Command.COMPARE;
            case "help":
                return Command.HELP;
            default:
                throw new UsageException("The command '" + word + "' is not known; allowed are run and compare.");
        }
    }

    private static Option option(String name) throws UsageException {
        for (Option option : Option.values()) {
            if (option.text.equals(name)) {
                return option;
            }
        }
        String nearest = Nearest.of(name);
        throw new UsageException("The argument '" + name + "' is not known"
                + (nearest.isEmpty() ? "; --help lists those that are." : "; did you mean " + nearest + "?"));
    }

    private static String checked(Option option, @Nullable String value) throws UsageException {
        if (value == null) {
            throw new UsageException(option.text + " has no value; allowed is " + option.check.allowed + ".");
        }
        if (!option.check.accepts(value)) {
            throw new UsageException(
                    option.text + " cannot be '" + value + "'; allowed is " + option.check.allowed + ".");
        }
        return value;
    }

    private static void checkTogether(Command command, Map<Option, String> values) throws UsageException {
        notBoth(values, Option.DB, Option.URL);
        notBoth(values, Option.SECONDS, Option.REQUESTS);
        for (Option option : values.keySet()) {
            boolean ofUrl = option == Option.USER || option == Option.PASSWORD;
            if (ofUrl && !values.containsKey(Option.URL)) {
                throw new UsageException(option.text + " is allowed together with --url only.");
            }
            if (option.ofCompareOnly && command != Command.COMPARE) {
                throw new UsageException(option.text + " is allowed with the command compare only.");
            }
        }
    }

    private static void notBoth(Map<Option, String> values, Option one, Option other) throws UsageException {
        if (values.containsKey(one) && values.containsKey(other)) {
            throw new UsageException("Of " + one.text + " '" + values.get(one) + "' and " + other.text + " '"
                    + values.get(other) + "' only one is allowed.");
        }
    }
}
