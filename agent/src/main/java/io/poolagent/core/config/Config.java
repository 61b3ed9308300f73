package io.poolagent.core.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The effective configuration. Immutable; any thread may read it. */
public final class Config {
    private final Map<Option, Setting> settings;
    private final Map<String, Map<Option, Setting>> perUrl;

    Config(Map<Option, Setting> settings, Map<String, Map<Option, Setting>> perUrl) {
        this.settings = settings;
        this.perUrl = perUrl;
    }

    /** The option's value as it holds for every URL, with its source. */
    public Setting setting(Option option) {
        Setting setting = settings.get(option);
        if (setting == null) {
            throw new IllegalArgumentException("no such option: " + option);
        }
        return setting;
    }

    /** A number, in the option's own unit. */
    public int number(Option option) {
        return (Integer) setting(option).value();
    }

    /** A duration in milliseconds. */
    public long millis(Option option) {
        return (Long) setting(option).value();
    }

    /** A size in bytes. */
    public long bytes(Option option) {
        return (Long) setting(option).value();
    }

    /** A word or text. */
    public String text(Option option) {
        return (String) setting(option).value();
    }

    /** A warning's and an error's level. */
    public Levels levels(Option option) {
        return (Levels) setting(option).value();
    }

    /**
     * Every option as people may see it, then those that are set for some URLs only: name, value, source. Secrets are
     * masked, so two names may look the same.
     */
    public List<String[]> shown() {
        List<String[]> shown = new ArrayList<>();
        settings.forEach((option, setting) -> shown.add(shown(option.name(), option, setting)));
        perUrl.forEach((pattern, some) -> some.forEach((option, setting) -> {
            String name = option.name();
            int dot = name.indexOf('.');
            String whole = name.substring(0, dot) + '[' + UrlPatterns.masked(pattern) + ']' + name.substring(dot);
            shown.add(shown(whole, option, setting));
        }));
        return shown;
    }

    private static String[] shown(String name, Option option, Setting setting) {
        return new String[] {name, option.type().shown(setting.text()), setting.source()};
    }

    /** Patterns of URLs. */
    public UrlPatterns patterns(Option option) {
        return (UrlPatterns) setting(option).value();
    }

    /** The configuration as it holds for one URL: values set for a pattern that matches it come first. */
    public Config forUrl(@Nullable String url) {
        if (url == null || perUrl.isEmpty()) {
            return this;
        }
        Map<Option, Setting> merged = new LinkedHashMap<>(settings);
        for (Map.Entry<String, Map<Option, Setting>> entry : perUrl.entrySet()) {
            if (UrlPatterns.of(entry.getKey()).match(url)) {
                merged.putAll(entry.getValue());
            }
        }
        return new Config(merged, new LinkedHashMap<>());
    }

    /** One line per option: name, value, source; then the values set for some URLs only. */
    public String describe() {
        StringBuilder text = new StringBuilder();
        for (String[] each : shown()) {
            text.append(each[0]).append(" = ").append(each[1]);
            text.append("    (").append(each[2]).append(")\n");
        }
        return text.toString();
    }
}
