package io.poolagent.core.config;

import java.util.LinkedHashMap;
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

    /** Every option with its value as people may see it, and where that came from; secrets are masked. */
    public Map<Option, String[]> shown() {
        Map<Option, String[]> shown = new LinkedHashMap<>();
        settings.forEach((option, setting) ->
                shown.put(option, new String[] {shown(option, setting), setting.source()}));
        return shown;
    }

    private static String shown(Option option, Setting setting) {
        return option.type().shown(setting.text());
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
        for (Map.Entry<Option, Setting> entry : settings.entrySet()) {
            line(
                    text,
                    entry.getKey().name(),
                    shown(entry.getKey(), entry.getValue()),
                    entry.getValue().source());
        }
        for (Map.Entry<String, Map<Option, Setting>> url : perUrl.entrySet()) {
            for (Map.Entry<Option, Setting> entry : url.getValue().entrySet()) {
                String name = entry.getKey().name();
                int dot = name.indexOf('.');
                line(
                        text,
                        name.substring(0, dot) + '[' + url.getKey() + ']' + name.substring(dot),
                        entry.getValue().text(),
                        entry.getValue().source());
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value, String source) {
        text.append(name).append(" = ").append(value);
        text.append("    (").append(source).append(")\n");
    }
}
