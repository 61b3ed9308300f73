package io.poolagent.core.config;

/** The table of options as the README shows it. */
public final class OptionsTable {
    private OptionsTable() {}

    /** In Markdown, one row per option, every line ended. */
    public static String markdown() {
        StringBuilder text = new StringBuilder("| option | default | allowed | what it does |\n|---|---|---|---|\n");
        for (Option option : Options.ALL) {
            text.append("| `").append(option.name()).append("` | ");
            text.append(option.initial().isEmpty() ? "" : "`" + option.initial() + "`");
            text.append(" | ").append(escaped(option.type().allowed())).append(" | ");
            text.append(escaped(option.description()));
            if (option.aliases().length > 0) {
                text.append(" Also read: `")
                        .append(String.join("`, `", option.aliases()))
                        .append("`.");
            }
            text.append(" |\n");
        }
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|");
    }
}
