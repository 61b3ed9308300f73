package io.poolagent.core.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.poolagent.core.lease.Holder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaseTextTest {
    private static StackTraceElement frame(String method) {
        return new StackTraceElement("com.acme.Tree", method, "Tree.java", method.length());
    }

    private static String text(String... methods) {
        List<StackTraceElement> frames = new ArrayList<>();
        for (String each : methods) {
            frames.add(frame(each));
        }
        StringBuilder text = new StringBuilder();
        LeaseText.append(text, frames.toArray(new StackTraceElement[0]), "");
        return text.toString()
                .replaceAll("at com\\.acme\\.Tree\\.(\\w+)\\(.*?\\)", "$1")
                .replace("\n", "|");
    }

    private static String[] repeated(int times, String... methods) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.addAll(List.of(methods));
        }
        all.add("main");
        return all.toArray(new String[0]);
    }

    @Test
    void aRecursionIsFolded() {
        assertEquals("|-> walk|   ... 149 more times|   main", text(repeated(150, "walk")));
        assertEquals(
                "|-> walk|   visit|   enter|   ... these 3 frames 399 more times|   main",
                text(repeated(400, "walk", "visit", "enter")));
        assertEquals("|-> a|   a|   b|   ... these 3 frames 9 more times|   main", text(repeated(10, "a", "a", "b")));
    }

    @Test
    void whatIsNotRepeatedOftenIsShown() {
        assertEquals("|-> walk|   walk|   main", text("walk", "walk", "main"));
        assertEquals("|-> walk|   visit|   walk|   main", text("walk", "visit", "walk", "main"));
    }

    @Test
    void aThreadWithoutANameIsToldByItsNumber() {
        Thread thread = new Thread(() -> {}, "");
        assertEquals("'thread #" + thread.getId() + "' (ended)", LeaseText.thread(new Holder(thread)));
        assertEquals("'named' (ended)", LeaseText.thread(new Holder(new Thread(() -> {}, "named"))));
    }
}
