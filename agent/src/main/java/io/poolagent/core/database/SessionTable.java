package io.poolagent.core.database;

import java.util.Locale;

/** The README's table of what becomes of sessions, product by product; made from the rules that are in force. */
public final class SessionTable {
    private SessionTable() {}

    /** The table, in Markdown. */
    public static String markdown() {
        StringBuilder text =
                new StringBuilder("| database | marks the session as dirty, and a reset undoes it | reset | what it"
                        + " costs | closed instead of reset | open work at close |\n|---|---|---|---|---|---|\n");
        for (Database database : Databases.all()) {
            SessionRules rules = database.rules();
            text.append("| ")
                    .append(database.name())
                    .append(" | ")
                    .append(undone(rules))
                    .append(" | ")
                    .append(rules.means())
                    .append(" | ")
                    .append(rules.cost())
                    .append(" | ")
                    .append(rules.closed())
                    .append(" | ")
                    .append(end(database.end()))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static String undone(SessionRules rules) {
        String statements =
                String.join(", ", rules.statementsWith(Effect.UNDONE)).toUpperCase(Locale.ROOT);
        String functions = String.join("(), ", rules.functionsWith(Effect.UNDONE));
        String calls = rules.procedure() == Effect.UNDONE ? "; CALL, unknown functions, variables with @" : "";
        String objects = rules.temporary() == Effect.UNDONE ? "; temporary objects, DROP TABLE and its kin" : "";
        return statements.isEmpty() ? "" : statements + "; " + functions + "()" + calls + objects;
    }

    private static String end(Database.End end) {
        switch (end) {
            case ROLLBACK:
                return "rolled back";
            case COMMIT:
                return "committed, as the driver does";
            default:
                return "the driver's own close decides (it may refuse)";
        }
    }
}
