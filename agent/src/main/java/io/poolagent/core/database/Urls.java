package io.poolagent.core.database;

import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is read from a JDBC URL without knowing the product. */
public final class Urls {
    private static final Pattern SECRET = Pattern.compile(
            "(?i)((?:password|passwd|pwd|pass|secret|token|key|credential)[a-z_]*\\s*=\\s*)[^;&,)\\s]*");

    private static final Pattern USER_INFO = Pattern.compile("(//|:thin:|:oci:|:oci8:)([^/@:]*)[:/].*@");

    private static final Pattern NAMED_USER_INFO = Pattern.compile("(//)([^/@:]*):[^/]*@");

    private static final Pattern LOOPBACK = Pattern.compile("^(?:127\\.\\d+\\.\\d+\\.\\d+|\\[::1\\])(?=:|$)");

    private Urls() {}

    /** The URL with every password in it replaced by stars. */
    public static String masked(String url) {
        String text = SECRET.matcher(url).replaceAll("$1***");
        text = NAMED_USER_INFO.matcher(text).replaceAll("$1$2:***@");
        return url.startsWith("jdbc:oracle:") ? USER_INFO.matcher(text).replaceAll("$1$2/***@") : text;
    }

    /** Whether a URL or the properties beside it give a value for this name. */
    public static boolean names(String url, Properties info, String name) {
        if (info.getProperty(name) != null) {
            return true;
        }
        String text = url.toLowerCase(Locale.ROOT);
        return text.contains(name + "=") || text.indexOf('@') > 0 && !text.contains(":/@") && !text.contains(":@");
    }

    /** The URL without its parameters, which can be thousands of characters, and without any password. */
    public static String shortened(String url) {
        Matcher secret = SECRET.matcher(url); // it may have any character in it: what follows it is not shown either
        String text = masked(secret.find() ? url.substring(0, secret.end(1)) + "***" : url);
        int question = text.indexOf('?');
        int semicolon = text.indexOf(';');
        int end = question < 0 ? semicolon : semicolon < 0 ? question : Math.min(question, semicolon);
        return end < 0 ? text : text.substring(0, end);
    }

    /**
     * The server that a URL names, as far as it can be told: its authority, without product, database, parameters and
     * credentials. Two drivers may connect to one server, and the names of this machine are one. Pools of one server
     * share its limit of connections.
     */
    public static String server(String url) {
        int slashes = url.indexOf("//");
        int start = slashes < 0 ? 0 : slashes + 2;
        int end = start;
        while (end < url.length() && "/;?".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        int at = url.lastIndexOf('@', end - 1);
        if (slashes < 0) {
            return url.substring(0, end);
        }
        String authority = url.substring(Math.max(start, at + 1), end).toLowerCase(Locale.ROOT);
        return "//" + LOOPBACK.matcher(authority).replaceFirst("localhost");
    }
}
