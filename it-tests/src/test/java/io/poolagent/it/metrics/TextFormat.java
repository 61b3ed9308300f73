package io.poolagent.it.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A strict reader of Prometheus' text format 0.0.4: what it has doubts about fails the test. */
final class TextFormat {
    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE) (" + NAME + ") (.+)");
    private static final Pattern SAMPLE =
            Pattern.compile("(" + NAME + ")(?:\\{(.*)})? (NaN|[+-]?Inf|-?[0-9.]+(?:E-?[0-9]+)?)");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\\"n])*)\"(,|$)");

    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, Map<Map<String, String>, Double>> samples = new LinkedHashMap<>();

    private TextFormat() {}

    static TextFormat read(String text) {
        TextFormat format = new TextFormat();
        assertTrue(text.endsWith("\n"), "the end of the last line");
        Set<String> help = new TreeSet<>();
        String family = "";
        for (String line : text.split("\n")) {
            Matcher comment = COMMENT.matcher(line);
            if (comment.matches()) {
                String name = comment.group(2);
                if (comment.group(1).equals("HELP")) {
                    assertTrue(help.add(name), () -> "a second HELP of " + name);
                } else {
                    assertTrue(
                            Set.of("counter", "gauge", "histogram", "summary").contains(comment.group(3)), line);
                    assertEquals(null, format.types.put(name, comment.group(3)), () -> "a second TYPE of " + name);
                    family = name;
                }
            } else {
                format.sample(family, line);
            }
        }
        assertEquals(
                help, format.types.keySet().stream().collect(TreeSet::new, Set::add, Set::addAll), "HELP and TYPE");
        format.check();
        return format;
    }

    private void sample(String family, String line) {
        Matcher sample = SAMPLE.matcher(line);
        assertTrue(sample.matches(), () -> "no sample: " + line);
        String name = sample.group(1);
        String type = types.get(family);
        assertNotNull(type, () -> "a sample before its TYPE: " + line);
        List<String> names = new ArrayList<>(List.of(family));
        if (!type.equals("counter") && !type.equals("gauge")) {
            names = List.of(family + "_bucket", family + "_sum", family + "_count", family);
        }
        assertTrue(names.contains(name), () -> "a sample among those of " + family + ": " + line);
        Double before = samples.computeIfAbsent(name, key -> new LinkedHashMap<>())
                .put(labels(sample.group(2), line), value(sample.group(3)));
        assertEquals(null, before, () -> "a second one: " + line);
    }

    private static Map<String, String> labels(String text, String line) {
        Map<String, String> labels = new TreeMap<>();
        String rest = text == null ? "" : text;
        while (!rest.isEmpty()) {
            Matcher label = LABEL.matcher(rest);
            assertTrue(label.lookingAt(), () -> "labels of " + line);
            assertEquals(null, labels.put(label.group(1), label.group(2)), line);
            rest = rest.substring(label.end());
        }
        return labels;
    }

    private static double value(String text) {
        return text.endsWith("Inf")
                ? (text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY)
                : Double.parseDouble(text);
    }

    private void check() {
        types.forEach((name, type) -> {
            assertEquals(type.equals("counter"), name.endsWith("_total"), () -> name + " is a " + type);
            assertTrue(
                    samples.containsKey(name) || samples.containsKey(name + "_count"), () -> "no samples of " + name);
            if (type.equals("histogram")) {
                histogram(name);
            }
        });
    }

    private void histogram(String name) {
        Map<Map<String, String>, TreeMap<Double, Double>> buckets = new LinkedHashMap<>();
        samples.get(name + "_bucket").forEach((labels, count) -> {
            Map<String, String> series = new TreeMap<>(labels);
            double bound = value(series.remove("le"));
            buckets.computeIfAbsent(series, key -> new TreeMap<>()).put(bound, count);
        });
        assertEquals(samples.get(name + "_count").keySet(), buckets.keySet(), name);
        assertEquals(samples.get(name + "_sum").keySet(), buckets.keySet(), name);
        buckets.forEach((series, counts) -> {
            assertEquals(Double.POSITIVE_INFINITY, counts.lastKey(), name);
            assertEquals(
                    samples.get(name + "_count").get(series), counts.lastEntry().getValue(), name);
            assertEquals(
                    new ArrayList<>(counts.values()).stream().sorted().toList(), List.copyOf(counts.values()), name);
        });
    }

    /** The names of all samples. */
    Set<String> names() {
        return samples.keySet();
    }

    /** The names of all labels of a sample. */
    Set<String> labels(String name) {
        Set<String> all = new TreeSet<>();
        samples.getOrDefault(name, Map.of()).keySet().forEach(labels -> all.addAll(labels.keySet()));
        return all;
    }

    /** The one value whose labels hold these, in the form {@code name=part of the value}, or its end with a dollar behind it. */
    double value(String name, String... wanted) {
        List<Double> found = new ArrayList<>();
        assertFalse(samples.get(name) == null, () -> "no " + name);
        samples.get(name).forEach((labels, value) -> {
            for (String each : wanted) {
                String label = labels.get(each.substring(0, each.indexOf('=')));
                String part = each.substring(each.indexOf('=') + 1);
                if (label == null
                        || !(part.endsWith("$")
                                ? label.endsWith(part.substring(0, part.length() - 1))
                                : label.contains(part))) {
                    return;
                }
            }
            found.add(value);
        });
        assertEquals(1, found.size(), () -> name + List.of(wanted) + " in " + samples.get(name));
        return found.get(0);
    }
}
