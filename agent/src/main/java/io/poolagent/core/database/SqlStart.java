package io.poolagent.core.database;

import java.util.Locale;
import java.util.Set;

/** The few words at a statement's start that tell what it is about; all methods are functions of the text. */
final class SqlStart {
    /** Between CREATE or DROP and the kind of the object. */
    private static final Set<String> BETWEEN = PlainWords.words("or replace global local if not exists unlogged");

    /** Objects that no session keeps anything about: neither plans nor names of types. */
    private static final Set<String> UNKNOWN_TO_SESSIONS = PlainWords.words("index unique user role sequence trigger");

    /** Objects that are missed only where they are made again. */
    private static final Set<String> MISSED_ONLY_WHEN_MADE_AGAIN =
            PlainWords.words("table index view sequence trigger function procedure materialized event");

    private SqlStart() {}

    /**
     * What a statement leaves behind by its start.
     *
     * @param first its first word
     * @param at the place behind that word
     */
    static Effect effect(String sql, String first, int at, SessionRules rules) {
        switch (first) {
            case "create":
            case "alter":
            case "drop":
            case "rename":
                return definition(sql, first, at, rules);
            case "set":
            case "reset":
                return first.equals("set") || rules.hasCustomSettings()
                        ? setting(sql, at, rules)
                        : rules.statement(first);
            case "grant":
            case "revoke":
                return Effect.SCHEMA; // who may connect, and with what
            case "call":
            case "exec":
                return rules.procedure();
            default:
                return rules.statement(first);
        }
    }

    private static Effect definition(String sql, String first, int at, SessionRules rules) {
        int place = at;
        String word;
        do {
            place = afterBlanks(sql, place);
            word = word(sql, place);
            place += word.length();
        } while (BETWEEN.contains(word));
        if (isTemporary(word)) {
            return rules.temporary();
        }
        if (first.equals("alter") && (word.equals("session") || word.equals("system"))) {
            return word.equals("session") ? Effect.LASTING : Effect.SCHEMA;
        }
        boolean lasting = first.equals("drop")
                ? !MISSED_ONLY_WHEN_MADE_AGAIN.contains(word)
                : !(first.equals("create") && UNKNOWN_TO_SESSIONS.contains(word));
        return lasting ? Effect.SCHEMA : rules.temporary();
    }

    /** SET: of the session, of the server's defaults, of a role. */
    private static Effect setting(String sql, int at, SessionRules rules) {
        int place = afterBlanks(sql, at);
        String word = word(sql, place);
        while (word.equals("session") || word.equals("local") || word.equals("statement")) {
            place = afterBlanks(sql, place + word.length());
            word = word(sql, place);
        }
        if (word.equals("default")
                || word.equals("password")
                || word.equals("global")
                || word.equals("persist")
                || sql.regionMatches(true, place, "@@global", 0, 8)) {
            return Effect.SCHEMA; // fresh sessions begin with it, those that are open keep the old one
        }
        if (rules.hasCustomSettings()) {
            boolean custom = sql.startsWith(".", afterBlanks(sql, place + word.length()))
                    || sql.startsWith("\"", place)
                    || word.equals("seed"); // DISCARD ALL leaves it
            return custom ? Effect.LASTING : rules.statement("set");
        }
        return word.equals("role") ? Effect.LASTING : rules.statement("set");
    }

    /** The call of {@code set_config}: a name that is no literal, or has a dot, may be a custom setting's. */
    static Effect setConfig(String sql, int argument, SessionRules rules) {
        int end = sql.startsWith("'", argument) ? sql.indexOf('\'', argument + 1) : -1;
        boolean custom = end < 0 || sql.substring(argument, end).indexOf('.') >= 0;
        return custom ? Effect.LASTING : rules.function("set_config");
    }

    static boolean isTemporary(String word) {
        return word.equals("temp") || word.equals("temporary");
    }

    /** The place of the next character that is neither blank nor in a comment. */
    static int afterBlanks(String sql, int from) {
        int next = from;
        while (next < sql.length()) {
            if (sql.charAt(next) <= ' ') {
                next++;
            } else if (sql.startsWith("/*", next)) {
                next = after(sql, "*/", next + 2);
            } else if (sql.startsWith("--", next)) {
                next = after(sql, "\n", next + 2);
            } else {
                break;
            }
        }
        return next;
    }

    private static int after(String sql, String mark, int from) {
        int found = sql.indexOf(mark, from);
        return found < 0 ? sql.length() : found + mark.length();
    }

    private static String word(String sql, int from) {
        int to = from;
        while (to < sql.length() && Character.isJavaIdentifierPart(sql.charAt(to))) {
            to++;
        }
        return sql.substring(from, to).toLowerCase(Locale.ROOT);
    }
}
