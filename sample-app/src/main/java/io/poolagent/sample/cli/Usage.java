package io.poolagent.sample.cli;

import java.io.PrintStream;
import java.util.Locale;

/** The help text. */
public final class Usage {

    private Usage() {}

    /** Prints it. */
    public static void print(PrintStream out) {
        out.println("Usage: java -jar sample-app.jar [run | compare] [options]");
        out.println();
        out.println("  run      opens the parts shop, serves requests, and prints how that went (the default)");
        out.println(
                "  compare  does so twice on one database, without and with the agent, and prints both side by side");
        out.println();
        out.println("Options (and what holds without them)");
        printOptions(out, false);
        out.println();
        out.println("Options of compare");
        printOptions(out, true);
        out.println();
        out.println("Values of --db: " + Option.DB.check.allowed.substring("one of ".length()) + ".");
        out.println(
                "Exit codes: 0 done, 1 something failed or the two runs differ, 2 this command line is not allowed.");
    }

    private static void printOptions(PrintStream out, boolean ofCompare) {
        for (Option option : Option.values()) {
            if (option.ofCompareOnly == ofCompare && !option.help.isEmpty()) {
                out.println(
                        String.format(Locale.ROOT, "  %-22s %s", option.text + " " + option.placeholder, option.help));
            }
        }
    }
}
