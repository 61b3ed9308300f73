package io.poolagent.core.database;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One look over a statement's text: is it plain reading and writing of rows? Not a parser. It knows literals, comments,
 * first words and calls of functions, and whatever it does not know is not plain. Used by one thread, once.
 */
final class SqlText {
    private final String sql;
    private final Set<String> functions;
    private int at;
    private @Nullable String first;
    private String previous = "";
    private boolean naming;

    SqlText(String sql, Set<String> functions) {
        this.sql = sql;
        this.functions = functions;
    }

    boolean isPlain() {
        boolean any = false;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c <= ' ') {
                at++;
            } else if (c == '-' && follows('-')) {
                at = end("\n", 2);
            } else if (c == '/' && follows('*')) {
                if (sql.startsWith("!", at + 2) || sql.startsWith("M!", at + 2)) {
                    return false; // MySQL and MariaDB run what stands in such a comment
                }
                at = end("*/", 2);
            } else if (c == '\'') {
                if (!skipLiteral()) {
                    return false;
                }
                previous = "'";
            } else if (c == '"' || c == '`') {
                at = end(String.valueOf(c), 1);
                if (!callIsPlain("\"")) {
                    return false;
                }
            } else if (Character.isJavaIdentifierStart(c) && c != '$') {
                any = true;
                if (!wordIsPlain()) {
                    return false;
                }
            } else if (!signIsPlain(c)) {
                return false;
            }
        }
        return any;
    }

    private boolean wordIsPlain() {
        int start = at;
        while (at < sql.length() && isPart(sql.charAt(at))) {
            at++;
        }
        String word = sql.substring(start, at).toLowerCase(Locale.ROOT);
        if (first == null) {
            first = word;
            previous = word;
            return PlainWords.STATEMENTS.contains(word);
        }
        if (word.equals("into")) {
            naming = true;
            if (first.equals("select") || first.equals("with")) {
                return false; // makes a table or sets a variable
            }
        }
        return callIsPlain(word);
    }

    /** A name was read: if a parenthesis follows it is a call, unless the name stands where tables and types stand. */
    private boolean callIsPlain(String word) {
        String before = previous;
        previous = word;
        int next = afterBlanks(at);
        boolean call = next < sql.length() && sql.charAt(next) == '(';
        if (!call) {
            return leavesNothing(before, word);
        }
        if (word.equals("last_insert_id")) {
            return sql.startsWith(")", afterBlanks(next + 1)); // with an argument it sets the session's value
        }
        if (naming) {
            naming = false;
            return true;
        }
        return before.equals("as")
                || before.equals(":")
                || before.equals("with")
                || before.equals("recursive")
                || PlainWords.KEYWORDS.contains(word)
                || PlainWords.FUNCTIONS.contains(word)
                || functions.contains(word);
    }

    /** Words that are no calls and still leave something behind. */
    private boolean leavesNothing(String before, String word) {
        return !(before.equals("next") && word.equals("value"))
                && !word.equals("sql_calc_found_rows")
                && !(word.equals("pg_settings") && !"select".equals(first));
    }

    /** The place of the next character that is neither blank nor in a comment. */
    private int afterBlanks(int from) {
        int next = from;
        while (next < sql.length()) {
            if (sql.charAt(next) <= ' ') {
                next++;
            } else if (sql.startsWith("/*", next)) {
                next = after("*/", next + 2);
            } else if (sql.startsWith("--", next)) {
                next = after("\n", next + 2);
            } else {
                break;
            }
        }
        return next;
    }

    private boolean signIsPlain(char c) {
        char next = at + 1 < sql.length() ? sql.charAt(at + 1) : ' ';
        at++;
        if (c == ';') {
            first = null;
            naming = false;
        } else if (c == '@' || c == '#') {
            return !Character.isJavaIdentifierStart(next) && next != '`' && next != '\'' && next != '"';
        } else if (c == '$') {
            return Character.isDigit(next);
        } else if (c == ':' && next == '=') {
            return false;
        } else if (c == '{') {
            return escapeIsPlain();
        }
        if (c != '.') {
            previous = String.valueOf(c);
        }
        return true;
    }

    private boolean escapeIsPlain() {
        int next = at;
        while (next < sql.length() && sql.charAt(next) <= ' ') {
            next++;
        }
        return next < sql.length() && sql.charAt(next) != '?' && !sql.regionMatches(true, next, "call", 0, 4);
    }

    private boolean skipLiteral() {
        for (at++; at < sql.length(); at++) {
            char c = sql.charAt(at);
            if (c == '\\') {
                return false; // an escape or not, depending on the product and its settings
            }
            if (c == '\'') {
                at++;
                return true;
            }
        }
        return false;
    }

    private int end(String mark, int skip) {
        return after(mark, at + skip);
    }

    private int after(String mark, int from) {
        int found = sql.indexOf(mark, from);
        return found < 0 ? sql.length() : found + mark.length();
    }

    private boolean follows(char c) {
        return at + 1 < sql.length() && sql.charAt(at + 1) == c;
    }

    private static boolean isPart(char c) {
        return Character.isJavaIdentifierPart(c);
    }
}
