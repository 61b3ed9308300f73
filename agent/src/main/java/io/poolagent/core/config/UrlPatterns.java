package io.poolagent.core.config;

/** JDBC URLs in which {@code *} stands for any text. Immutable. */
public final class UrlPatterns {
    /** Matches no URL. */
    public static final UrlPatterns NONE = new UrlPatterns(new String[0]);

    private final String[] patterns;

    private UrlPatterns(String[] patterns) {
        this.patterns = patterns;
    }

    /** Patterns separated by {@code |}; an empty text matches no URL. */
    public static UrlPatterns of(String text) {
        return text.trim().isEmpty() ? NONE : new UrlPatterns(text.trim().split("\\s*\\|\\s*"));
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
