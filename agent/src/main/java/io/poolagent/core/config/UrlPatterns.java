package io.poolagent.core.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** JDBC URLs in which {@code *} stands for any text. Immutable. */
public final class UrlPatterns {
    /** Matches no URL. */
    public static final UrlPatterns NONE = new UrlPatterns(new String[0]);

    private static final Pattern NAMED_SECRET =
            Pattern.compile("((?:pass|pwd|secret|token)\\w*=)[^;&|,?]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOGIN = Pattern.compile("([:/])[^/:@|;]+@");
    /** After the user everything up to the last @ is the password, whatever is in it. */
    private static final Pattern USER_AND_PASSWORD = Pattern.compile("(//[^/:@|]*:)[^/|]*@");

    private final String[] patterns;

    private UrlPatterns(String[] patterns) {
        this.patterns = patterns;
    }

    /** Patterns separated by {@code |}; an empty text matches no URL. */
    public static UrlPatterns of(String text) {
        return text.trim().isEmpty() ? NONE : new UrlPatterns(text.trim().split("\\s*\\|\\s*"));
    }

    /** What commas separate: those between brackets, as in {@code pool[jdbc:mariadb://a,b/*].max=4}, belong to a pattern. */
    static List<String> parts(String arguments) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        while (begin <= arguments.length()) {
            int open = arguments.indexOf('[', begin);
            int equals = arguments.indexOf('=', begin);
            int comma = arguments.indexOf(',', begin);
            boolean isPattern = open >= 0 && (equals < 0 || open < equals) && (comma < 0 || open < comma);
            int close = isPattern ? arguments.indexOf("].", open) : -1;
            int end = close < 0 ? comma : arguments.indexOf(',', close);
            parts.add(arguments.substring(begin, end < 0 ? arguments.length() : end));
            begin = end < 0 ? arguments.length() + 1 : end + 1;
        }
        return parts;
    }

    /** The patterns as people may see them: somebody may have written down a whole URL, with its password. */
    static String masked(String text) {
        String masked = NAMED_SECRET.matcher(text).replaceAll("$1***");
        masked = USER_AND_PASSWORD.matcher(masked).replaceAll("$1***@");
        return LOGIN.matcher(masked).replaceAll("$1***@");
    }

    /** The same for the name of an option, {@code pool[PATTERN].max}, or for what was meant as one. */
    static String maskedName(String name) {
        int open = name.indexOf('[');
        int close = name.lastIndexOf("].");
        return open > 0 && close > open
                ? name.substring(0, open + 1) + masked(name.substring(open + 1, close)) + name.substring(close)
                : masked(name);
    }

    /** Whether one of the patterns matches the whole URL, upper and lower case alike. */
    public boolean match(String url) {
        for (String pattern : patterns) {
            if (match(pattern, 0, url, 0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean match(String pattern, int p, String url, int u) {
        int star = pattern.indexOf('*', p);
        if (star < 0) {
            return url.length() - u == pattern.length() - p
                    && url.regionMatches(true, u, pattern, p, pattern.length() - p);
        }
        if (!url.regionMatches(true, u, pattern, p, star - p)) {
            return false;
        }
        for (int next = u + star - p; next <= url.length(); next++) {
            if (match(pattern, star + 1, url, next)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return String.join("|", patterns);
    }
}
