package io.poolagent.core.database;

import java.util.regex.Pattern;

/**
 * Takes the values out of statements, so that they can be shown: texts, numbers and comments, which may hold passwords,
 * names and card numbers. What stands in double quotes is a name on most products and a text on MySQL: it is masked.
 * What is not understood to its end is left out from there.
 */
public final class SqlMask {
    private static final Pattern SETS_PASSWORDS = Pattern.compile("(?i)\\s*(CREATE|ALTER|GRANT|SET|CONNECT)\\b");
    /** Oracle's passwords need no quotes; those that replace another name that too. */
    private static final Pattern PASSWORDS =
            Pattern.compile("(?i)(\\b(?:IDENTIFIED\\s+BY|REPLACE|PASSWORD)\\s+)(?![\\s'\"?=(])[^\\s;,)]+");

    /** A setting's value needs no quotes either. */
    private static final Pattern SETTING = Pattern.compile(
            "(?is)(\\s*SET\\s+(?:(?:SESSION|LOCAL|GLOBAL)\\s+)?[\\w.@]+\\s*(?:=|\\bTO\\b)\\s*)[^;?'\"\\s][^;]*");

    private SqlMask() {}

    /** The statement with {@code ?} for each value. */
    public static String mask(String sql) {
        StringBuilder masked = new StringBuilder(sql.length());
        int at = 0;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == '\'' || c == '"') {
                at = quoted(sql, at, c);
                masked.append(c).append('?').append(c);
            } else if (c == '-' && sql.startsWith("--", at) || c == '#' && isComment(sql, at)) {
                at = endOfLine(sql, at);
            } else if (c == '/' && sql.startsWith("//", at)) {
                at = endOfLine(sql, at); // a comment on H2
            } else if (c == '/' && sql.startsWith("/*", at)) {
                int end = sql.indexOf("*/", at + 2);
                at = end < 0 ? sql.length() : end + 2;
            } else if (c == '$' && dollarTag(sql, at) > 0) {
                int tag = dollarTag(sql, at);
                int end = sql.indexOf(sql.substring(at, at + tag), at + tag);
                at = end < 0 ? sql.length() : end + tag;
                masked.append("$$?$$");
            } else if (isDigit(c) && !endsWithName(masked)) {
                at = number(sql, at);
                masked.append('?');
            } else {
                masked.append(c);
                at++;
            }
        }
        return SETS_PASSWORDS.matcher(sql).lookingAt()
                ? SETTING.matcher(PASSWORDS.matcher(masked).replaceAll("$1?")).replaceFirst("$1?")
                : masked.toString();
    }

    /** MySQL's comments; on PostgreSQL an operator begins like that, and something follows at once. */
    private static boolean isComment(String sql, int at) {
        return at == 0
                || Character.isWhitespace(sql.charAt(at - 1)) && (at + 1 == sql.length() || sql.charAt(at + 1) == ' ');
    }

    /**
     * Past the closing quote; a doubled quote does not close. A backslash before a quote hides it on some products and in
     * some settings only: from there nothing is shown.
     */
    private static int quoted(String sql, int start, char quote) {
        int at = start + 1;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            boolean isQuote = c == quote;
            if (isQuote && sql.charAt(at - 1) == '\\' && at - 1 > start) {
                return sql.length();
            }
            if (isQuote && at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
                at += 2;
            } else if (isQuote) {
                return at + 1;
            } else {
                at++;
            }
        }
        return sql.length();
    }

    private static int endOfLine(String sql, int at) {
        int end = sql.indexOf('\n', at);
        return end < 0 ? sql.length() : end;
    }

    /** The length of {@code $tag$} at this place; 0 where there is none. */
    private static int dollarTag(String sql, int at) {
        int end = at + 1;
        while (end < sql.length() && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_')) {
            end++;
        }
        boolean parameter = end > at + 1 && isDigit(sql.charAt(at + 1));
        return !parameter && end < sql.length() && sql.charAt(end) == '$' ? end + 1 - at : 0;
    }

    private static int number(String sql, int at) {
        int end = at;
        while (end < sql.length()
                && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '.' || sql.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean endsWithName(StringBuilder text) {
        if (text.length() == 0) {
            return false;
        }
        char last = text.charAt(text.length() - 1);
        return Character.isLetterOrDigit(last) || last == '_' || last == '$' || last == ':' || last == '@';
    }
}
