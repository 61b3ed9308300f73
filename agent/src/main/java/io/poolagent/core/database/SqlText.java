package io.poolagent.core.database;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One look over a statement's text: what does it leave behind in its session? Not a parser. It knows literals,
 * comments, first words and calls of functions, and takes whatever it does not know for lasting. Used by one thread,
 * once.
 */
final class SqlText {
    /** Words and statements behind which stands the name of a table or prepared statement, not of a function. */
    private static final Set<String> NAMING = PlainWords.words("into table references");

    private static final Set<String> NAMING_STATEMENTS = PlainWords.words("prepare execute deallocate");

    /** What a product brings along; a function of the same name elsewhere is somebody's own. */
    private static final Set<String> BUILT_IN_SCHEMAS = PlainWords.words("pg_catalog information_schema sys mysql");

    private static final Set<String> BEFORE_NAMES = PlainWords.words("if not exists only");

    private final String sql;
    private final SessionRules rules;
    /** Whether a backslash in a literal hides the next character: that depends on the product and its settings. */
    private final boolean backslashes;

    private Effect effect = Effect.NONE;
    private int at;
    private @Nullable String first;
    private String previous = "";
    private boolean naming;
    /** The name before a dot that was just read. */
    private @Nullable String qualifier;

    private SqlText(String sql, SessionRules rules, boolean backslashes) {
        this.sql = sql;
        this.rules = rules;
        this.backslashes = backslashes;
    }

    /** What a text leaves behind; where it can be read in two ways, the worse of both. */
    static Effect effect(String sql, SessionRules rules) {
        Effect effect = new SqlText(sql, rules, false).read();
        return sql.indexOf('\\') < 0 ? effect : effect.and(new SqlText(sql, rules, true).read());
    }

    private Effect read() {
        boolean any = false;
        while (at < sql.length() && effect != Effect.SCHEMA) {
            char c = sql.charAt(at);
            if (c <= ' ') {
                at++;
            } else if (c == '-' && follows('-') && isComment()) {
                at = end("\n", 2);
            } else if (c == '/' && follows('*')) {
                if (sql.startsWith("!", at + 2) || sql.startsWith("M!", at + 2)) {
                    found(Effect.LASTING); // MySQL and MariaDB run what stands in such a comment
                }
                at = end("*/", 2);
            } else if (c == '\'') {
                skipLiteral();
                previous = "'";
            } else if (c == '"' || c == '`') {
                at = end(String.valueOf(c), 1);
                name("\"");
            } else if (Character.isJavaIdentifierStart(c) && c != '$') {
                any = true;
                word();
            } else {
                sign(c);
            }
        }
        return any ? effect : Effect.LASTING;
    }

    private void found(Effect more) {
        effect = effect.and(more);
    }

    private void word() {
        String word = wordAt(at);
        at += word.length();
        if (first == null) {
            first = word;
            previous = word;
            found(SqlStart.effect(sql, word, at, rules));
            naming = NAMING_STATEMENTS.contains(word);
            return;
        }
        if (word.equals("into") && (first.equals("select") || first.equals("with"))) {
            found(intoWhat());
        }
        name(word);
        naming |= NAMING.contains(word);
    }

    /** SELECT ... INTO makes a table, or sets a variable. */
    private Effect intoWhat() {
        String next = wordAt(afterBlanks(at));
        return next.isEmpty() ? rules.variable() : SqlStart.isTemporary(next) ? rules.temporary() : Effect.SCHEMA;
    }

    /** A name was read: if a parenthesis follows it is a call, unless the name stands where tables and types stand. */
    private void name(String word) {
        String before = previous;
        boolean foreign = qualifier != null && !BUILT_IN_SCHEMAS.contains(qualifier);
        qualifier = null;
        previous = word;
        int next = afterBlanks(at);
        if (naming) {
            naming = BEFORE_NAMES.contains(word) || sql.startsWith(".", next);
        } else if (!sql.startsWith("(", next)) {
            withoutCall(before, word);
        } else if (word.equals("last_insert_id")) {
            // with an argument it sets the session's value
            found(sql.startsWith(")", afterBlanks(next + 1)) ? Effect.NONE : rules.variable());
        } else if (rules.isSeed(word)) {
            found(sql.startsWith(")", afterBlanks(next + 1)) ? Effect.NONE : Effect.LASTING);
        } else if (word.equals("set_config")) {
            found(SqlStart.setConfig(sql, afterBlanks(next + 1), rules));
        } else if (foreign) {
            found(rules.procedure());
        } else if (!isNoCall(before, word)) {
            found(rules.function(word));
        }
    }

    private static boolean isNoCall(String before, String word) {
        return before.equals("as")
                || before.equals(":")
                || before.equals("with")
                || before.equals("recursive")
                || PlainWords.KEYWORDS.contains(word);
    }

    /** Words that are no calls and still leave something behind. */
    private void withoutCall(String before, String word) {
        if (before.equals("next") && word.equals("value") || word.equals("sql_calc_found_rows")) {
            found(rules.temporary());
        } else if (word.equals("pg_settings") && !"select".equals(first)) {
            found(Effect.LASTING);
        }
    }

    /** The word that begins at a place, in lower case; empty where none does. */
    private String wordAt(int from) {
        int to = from;
        while (to < sql.length() && Character.isJavaIdentifierPart(sql.charAt(to))) {
            to++;
        }
        return sql.substring(from, to).toLowerCase(Locale.ROOT);
    }

    /** The place of the next character that is neither blank nor in a comment. */
    private int afterBlanks(int from) {
        return SqlStart.afterBlanks(sql, from);
    }

    private void sign(char c) {
        char next = at + 1 < sql.length() ? sql.charAt(at + 1) : ' ';
        at++;
        if (c == ';') {
            first = null;
            naming = false;
        } else if (c == '@' && next == '@') {
            at++; // reading a system variable, or an operator
        } else if (c == '@' || c == '#') {
            boolean variable = Character.isJavaIdentifierStart(next) || "`'\"".indexOf(next) >= 0;
            found(!variable ? Effect.NONE : c == '@' ? rules.variable() : Effect.LASTING);
        } else if (c == '$') {
            found(Character.isDigit(next) ? Effect.NONE : Effect.LASTING);
        } else if (c == ':' && next == '=') {
            found(rules.variable());
        } else if (c == '{') {
            escape();
        }
        if (c == '.') {
            qualifier = previous;
        } else {
            qualifier = null;
            previous = String.valueOf(c);
        }
    }

    private void escape() {
        int next = SqlStart.afterBlanks(sql, at);
        if (next >= sql.length()) {
            found(Effect.LASTING);
        } else if (sql.charAt(next) == '?' || sql.regionMatches(true, next, "call", 0, 4)) {
            found(rules.procedure());
            int open = sql.indexOf('(', next);
            at = open < 0 ? sql.length() : open;
            first = "call";
        }
    }

    private void skipLiteral() {
        for (at++; at < sql.length(); at++) {
            char c = sql.charAt(at);
            if (c == '\\' && backslashes) {
                at++;
            } else if (c == '\'') {
                at++;
                return;
            }
        }
        found(Effect.LASTING); // it does not end
    }

    private int end(String mark, int skip) {
        int found = sql.indexOf(mark, at + skip);
        return found < 0 ? sql.length() : found + mark.length();
    }

    private boolean isComment() {
        return !rules.needsBlankAfterDashes() || at + 2 >= sql.length() || sql.charAt(at + 2) <= ' ';
    }

    private boolean follows(char c) {
        return at + 1 < sql.length() && sql.charAt(at + 1) == c;
    }
}
