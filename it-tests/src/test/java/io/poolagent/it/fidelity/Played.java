package io.poolagent.it.fidelity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import legacy.fidelity.Cases;
import legacy.fidelity.Cases.Case;
import legacy.fidelity.Topic;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;

/** A topic's cases, played on a target without the agent and with it. Each case is a test of its own. */
final class Played {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Class<? extends Topic> topic;
    private final Target target;
    private final UnaryOperator<ForkedJvm> preparation;
    private final List<String> options;
    private IllegalStateException failure;
    private Run without;
    private Run with;

    private Played(
            Class<? extends Topic> topic, Target target, UnaryOperator<ForkedJvm> preparation, List<String> options) {
        this.topic = topic;
        this.target = target;
        this.preparation = preparation;
        this.options = options;
    }

    /** The cases of a topic on some targets. */
    static Stream<DynamicContainer> on(Class<? extends Topic> topic, Target... targets) {
        return Stream.of(targets).map(each -> on(each.name(), topic, each, jvm -> jvm));
    }

    /** The cases of a topic on one target, in a certain JVM or with options of the agent's. */
    static DynamicContainer on(
            String title,
            Class<? extends Topic> topic,
            Target target,
            UnaryOperator<ForkedJvm> preparation,
            String... options) {
        List<String> all = new ArrayList<>(target.options());
        all.addAll(List.of(options));
        Played played = new Played(topic, target, preparation, all);
        return dynamicContainer(title, played.tests());
    }

    private Stream<DynamicNode> tests() {
        Stream<DynamicNode> cases =
                Cases.of(topic, target.product()).stream().map(each -> dynamicTest(each.name, () -> check(each)));
        return Stream.concat(Stream.of(dynamicTest("as a whole", this::checkAll)), cases);
    }

    /** Both runs, once; what failed then fails each of the tests. */
    private void play() {
        if (failure != null) {
            throw failure;
        }
        if (with == null) {
            try {
                without = jvm().run();
                with = jvm().agent(options.toArray(String[]::new)).run();
            } catch (AssertionError | RuntimeException e) {
                failure = new IllegalStateException(topic.getSimpleName() + " could not be played on " + target, e);
                throw e;
            }
        }
    }

    private ForkedJvm jvm() {
        return preparation.apply(target.playing(topic, "*")).within(PATIENCE);
    }

    private void checkAll() {
        play();
        assertEquals(0, without.exitCode(), () -> "exit code of " + without.summary());
        assertEquals(without.exitCode(), with.exitCode(), () -> "exit code of " + with.summary());
        assertEquals(
                Sections.of(without).keySet(), Sections.of(with).keySet(), () -> "cases played by " + with.summary());
        if (target.isPooled()) {
            assertFalse(with.agentLines("new pool").isEmpty(), () -> "pooled: " + with.summary());
        } else {
            assertFalse(with.agentLines("not pooled").isEmpty(), () -> "said why: " + with.summary());
        }
    }

    private void check(Case each) {
        play();
        List<String> expected = Sections.of(without).get(each.name);
        assertNotNull(expected, () -> each.name + " was not played by " + without.summary());
        assertTrue(
                expected.stream().noneMatch(line -> line.startsWith("uncaught ")),
                () -> "a failure without the agent: " + String.join("\n", expected));
        List<String> actual = Sections.of(with).getOrDefault(each.name, List.of("(not played)"));
        assertEquals(List.of(), Sections.differences(expected, actual), () -> each.name + " on " + target);
        if (each.reuses && target.product().numbersSessions()) {
            assertTrue(repeats(each, with), () -> "the session comes back: " + with.summary());
            assertFalse(repeats(each, without), () -> "this case can tell: " + without.summary());
        }
    }

    private static boolean repeats(Case each, Run run) {
        String start = "session of " + each.name + ": ";
        Set<String> seen = new HashSet<>();
        return run.otherErrors().stream().anyMatch(line -> line.startsWith(start) && !seen.add(line));
    }

    /** The output of a run by its headings. */
    private static final class Sections {
        static Map<String, List<String>> of(Run run) {
            Map<String, List<String>> sections = new java.util.LinkedHashMap<>();
            List<String> current = sections.computeIfAbsent("(before the first)", name -> new ArrayList<>());
            for (String line : run.lines()) {
                if (line.startsWith("== ")) {
                    current = sections.computeIfAbsent(line.substring(3), name -> new ArrayList<>());
                } else {
                    current.add(line);
                }
            }
            return sections;
        }

        static List<String> differences(List<String> without, List<String> with) {
            List<String> differences = new ArrayList<>();
            for (int i = 0; i < Math.max(without.size(), with.size()); i++) {
                String one = i < without.size() ? without.get(i) : "(no line)";
                String other = i < with.size() ? with.get(i) : "(no line)";
                if (!one.equals(other)) {
                    differences.add("\n  without agent: " + one + "\n  with agent:    " + other);
                }
            }
            return differences;
        }
    }
}
