package io.poolagent.core.config;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sources one after another, later ones over earlier ones: built-in defaults, file, environment, system
 * properties, agent argument. Collects every mistake before it complains. Used by one thread, once.
 */
public final class ConfigReader {
    private static final String ARGUMENT = "the agent argument";
    private static final Pattern SECRET = Pattern.compile("(?i)to?k|pass|pwd|secret");

    private final Map<Option, Setting> settings = new LinkedHashMap<>();
    private final Map<String, Map<Option, Setting>> perUrl = new LinkedHashMap<>();
    private final List<String> mistakes = new ArrayList<>();

    private ConfigReader() {}

    /**
     * Reads the configuration.
     *
     * @param arguments the agent argument, {@code name=value,...}; null where there is none
     * @param environment the process's environment
     * @param properties the system properties
     * @throws BadConfigException naming every option, value and source that is wrong, and what is allowed
     */
    public static Config read(@Nullable String arguments, Map<String, String> environment, Properties properties) {
        ConfigReader reader = new ConfigReader();
        for (Option option : Options.ALL) {
            reader.put(option, option.initial(), "built-in default");
        }
        Map<String, String> parsed = reader.arguments(arguments);
        String file = parsed.get(Options.CONFIG.name());
        if (file == null) {
            file = properties.getProperty(Options.CONFIG.propertyName());
        }
        if (file == null) {
            file = environment.get(Options.CONFIG.environmentName());
        }
        if (file != null) {
            reader.file(file);
        }
        reader.environment(environment);
        reader.properties(properties);
        for (Map.Entry<String, String> entry : parsed.entrySet()) {
            reader.named(entry.getKey(), entry.getValue(), ARGUMENT);
        }
        return reader.finish();
    }

    private Map<String, String> arguments(@Nullable String arguments) {
        Map<String, String> parsed = new LinkedHashMap<>();
        if (arguments == null) {
            return parsed;
        }
        for (String part : UrlPatterns.parts(arguments)) {
            if (part.trim().isEmpty()) {
                continue;
            }
            int equals = part.indexOf('=', Math.max(0, part.indexOf("].")));
            if (equals <= 0) {
                mistakes.add("'" + UrlPatterns.maskedName(part.trim()) + "' (from " + ARGUMENT
                        + ") is not of the form name=value;"
                        + " allowed is name=value,name=value,...; nearest option: "
                        + Nearest.option(part.trim()));
            } else {
                parsed.put(
                        part.substring(0, equals).trim(),
                        part.substring(equals + 1).trim());
            }
        }
        return parsed;
    }

    private void file(String path) {
        Properties content = new Properties();
        try (InputStream in = new FileInputStream(path)) {
            content.load(in);
        } catch (IOException | IllegalArgumentException e) {
            mistakes.add("config: the file '" + path + "' can not be read (" + e + "); allowed is "
                    + Options.CONFIG.type().allowed());
            return;
        }
        for (String name : content.stringPropertyNames()) {
            named(name, content.getProperty(name), "the file " + path);
        }
    }

    private void environment(Map<String, String> environment) {
        for (Option option : Options.ALL) {
            for (String alias : option.aliases()) {
                String value = environment.get(alias);
                if (value != null) {
                    put(option, value, "the environment variable " + alias);
                }
            }
        }
        for (Map.Entry<String, String> entry : environment.entrySet()) {
            String name = entry.getKey();
            if (name.startsWith("POOLAGENT_")) {
                Option option = Options.byEnvironmentName(name);
                if (option == null) {
                    unknown(name, entry.getValue(), "the environment");
                } else {
                    put(option, entry.getValue(), "the environment variable " + name);
                }
            }
        }
    }

    private void properties(Properties properties) {
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith("poolagent.")) {
                String option = name.substring("poolagent.".length());
                named(option, properties.getProperty(name), "the system property " + UrlPatterns.maskedName(name));
            }
        }
    }

    private void named(String name, String value, String source) {
        int close = name.lastIndexOf("].");
        int open = name.indexOf('[');
        if (open > 0 && close > open) {
            Option option = Options.byNamePerUrl(name.substring(0, open) + '.' + name.substring(close + 2));
            Object read = option == null ? null : option.read(value);
            if (option == null) {
                unknown(name, value, source);
            } else if (read == null) {
                bad(option, name, value, source);
            } else {
                perUrl.computeIfAbsent(name.substring(open + 1, close), key -> new LinkedHashMap<>())
                        .put(option, new Setting(read, value.trim(), source));
            }
            return;
        }
        Option option = Options.byName(name);
        if (option == null) {
            unknown(name, value, source);
        } else {
            put(option, value, source);
        }
    }

    private void put(Option option, String value, String source) {
        Object read = option.read(value);
        if (read == null) {
            bad(option, option.name(), value, source);
        } else {
            settings.put(option, new Setting(read, value.trim(), source));
        }
    }

    private void bad(Option option, String name, String value, String source) {
        String nearest = Nearest.of(value, option.type().choices());
        mistakes.add(UrlPatterns.maskedName(name) + ": '" + UrlPatterns.masked(value) + "' (from " + source
                + ") is not allowed; allowed is " + option.type().allowed()
                + (nearest.isEmpty() ? "" : "; nearest: " + nearest));
    }

    private void unknown(String name, String value, String source) {
        String nearest = Nearest.option(name);
        Option meant = Options.byName(nearest);
        boolean secret =
                meant != null && meant.type().isSecret() || SECRET.matcher(name).find();
        mistakes.add("unknown option '" + UrlPatterns.maskedName(name) + "' with value '"
                + (secret ? "***" : UrlPatterns.masked(value)) + "' (from " + source + "); nearest option: " + nearest);
    }

    private Config finish() {
        Setting strictness = settings.get(Options.STRICT);
        boolean strict = strictness != null && strictness.text().equals("true");
        if (mistakes.isEmpty()) {
            Config config = new Config(settings, perUrl);
            range(config, "");
            for (String pattern : perUrl.keySet()) {
                range(config.forUrl(pattern), " for " + UrlPatterns.masked(pattern));
            }
            if (mistakes.isEmpty()) {
                return config;
            }
        }
        throw new BadConfigException(mistakes, strict);
    }

    private void range(Config config, String where) {
        int min = config.number(Options.MIN);
        int max = config.number(Options.MAX);
        if (min > max) {
            mistakes.add("pool.min: '" + min + "' (from "
                    + config.setting(Options.MIN).source() + ")" + where
                    + " is not allowed; allowed is at most pool.max, "
                    + max + " (from " + config.setting(Options.MAX).source() + ")");
        }
    }
}
