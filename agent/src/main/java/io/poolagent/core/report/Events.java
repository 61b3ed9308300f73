package io.poolagent.core.report;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tells whoever listens what {@link Log#report} logs, whatever the log's level. Any thread may use it. */
public final class Events {
    private static final List<Consumer<Event>> LISTENERS = new CopyOnWriteArrayList<>();

    private Events() {}

    /** Something that happened. Immutable. */
    public static final class Event {
        /** What: {@code poolagent.leak.proven}. */
        public final String name;
        /** How severe. */
        public final Level level;
        /** When, in milliseconds since 1970. */
        public final long millis;
        /** For people; it may have several lines. */
        public final String text;
        /** The same as one JSON object. */
        public final String json;

        Event(String name, Level level, long millis, String text, String json) {
            this.name = name;
            this.level = level;
            this.millis = millis;
            this.text = text;
            this.json = json;
        }

        /** Whether a field of the object is this text. */
        public boolean has(String field, String value) {
            String quoted = Json.array().add(value).toString();
            String pair = "\"" + field + "\":" + quoted.substring(1, quoted.length() - 1);
            return json.contains(pair);
        }
    }

    /** From here on the listener is called, by the thread to which something happens: it has to be quick, and to throw nothing. */
    public static void listen(Consumer<Event> listener) {
        LISTENERS.add(listener);
    }

    static void tell(Level level, String name, Supplier<String> text, Consumer<Json> fields) {
        if (LISTENERS.isEmpty()) {
            return;
        }
        Json json = Json.object();
        fields.accept(json);
        Event event = new Event(name, level, System.currentTimeMillis(), text.get(), json.toString());
        for (Consumer<Event> each : LISTENERS) {
            each.accept(event);
        }
    }
}
