package io.poolagent.it.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON strictly: objects as maps, arrays as lists, numbers as doubles. */
final class JsonText {
    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    static Object read(String text) {
        JsonText reader = new JsonText(text);
        Object value = reader.value();
        if (reader.at != text.length()) {
            throw reader.wrong();
        }
        return value;
    }

    /** A value inside, by names and numbers. */
    static Object at(Object json, String path) {
        Object now = json;
        for (String step : path.split("/")) {
            if (now instanceof List<?> list) {
                now = list.get(Integer.parseInt(step));
            } else if (now instanceof Map<?, ?> map && map.containsKey(step)) {
                now = map.get(step);
            } else {
                throw new AssertionError("no " + step + " of " + path + " in " + json);
            }
        }
        return now;
    }

    private Object value() {
        char c = text.charAt(at);
        if (c == '{') {
            return object();
        }
        if (c == '[') {
            return array();
        }
        return c == '"' ? string() : word();
    }

    private Map<String, Object> object() {
        Map<String, Object> map = new LinkedHashMap<>();
        at++;
        while (!taken('}')) {
            if (!map.isEmpty()) {
                expect(',');
            }
            String name = string();
            expect(':');
            if (map.containsKey(name)) {
                throw wrong();
            }
            map.put(name, value());
        }
        return map;
    }

    private List<Object> array() {
        List<Object> list = new ArrayList<>();
        at++;
        while (!taken(']')) {
            if (!list.isEmpty()) {
                expect(',');
            }
            list.add(value());
        }
        return list;
    }

    private String string() {
        expect('"');
        StringBuilder read = new StringBuilder();
        while (!taken('"')) {
            char c = text.charAt(at++);
            if (c != '\\') {
                read.append(c);
                continue;
            }
            char escaped = text.charAt(at++);
            if (escaped == 'u') {
                read.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                at += 4;
            } else {
                read.append(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped);
            }
        }
        return read.toString();
    }

    private Object word() {
        int from = at;
        while (at < text.length() && ",]}".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(from, at);
        return switch (word) {
            case "null" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> Double.valueOf(word);
        };
    }

    private boolean taken(char c) {
        boolean there = text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private void expect(char c) {
        if (!taken(c)) {
            throw wrong();
        }
    }

    private AssertionError wrong() {
        return new AssertionError("no JSON at character " + at + ": " + text);
    }
}
