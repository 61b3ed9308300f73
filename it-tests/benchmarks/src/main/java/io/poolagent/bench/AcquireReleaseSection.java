package io.poolagent.bench;

import static io.poolagent.bench.MarkdownTable.atMost;
import static io.poolagent.bench.MarkdownTable.number;
import static io.poolagent.bench.MarkdownTable.ratio;

import io.poolagent.bench.program.AcquireRelease;
import io.poolagent.bench.program.Way;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an acquire and release cost on a driver that costs nothing. */
final class AcquireReleaseSection implements Section {
    private static final int DEPTH_OF_FULL_STACK = 50;
    private static final double TIMES_HIKARI = 2.0;
    private static final int BYTES = 1024;

    private record Subject(
            String title, Way way, boolean agent, @Nullable String stack) {
        static Subject plain(String title, Way way) {
            return new Subject(title, way, false, null);
        }
    }

    private record Point(Subject subject, int depth) {}

    private static final Subject NOTHING = Subject.plain("recursion alone", Way.NONE);
    private static final Subject HIKARI = Subject.plain("HikariCP", Way.HIKARI);
    private static final Subject HIKARI_LEAKS =
            Subject.plain("HikariCP, leakDetectionThreshold=60000", Way.HIKARI_LEAK_DETECTION);
    private static final Subject CONSTANT =
            Subject.plain("DriverManager, constant connection, no agent", Way.DRIVER_MANAGER_CONSTANT);
    private static final Subject HIKARI_LEAKS_BELOW = Subject.plain(
            "HikariCP, leakDetectionThreshold=60000, through DriverManager", Way.HIKARI_LEAK_DETECTION_DRIVER_MANAGER);

    @Override
    public String name() {
        return "acquire";
    }

    @Override
    public String heading() {
        return "Acquire + release on a driver that costs nothing, one thread. Bytes are those allocated by one. The calls"
                + " that lead there are in every row and subtracted from none: ratios say most at the least depth";
    }

    @Override
    public List<String> measure(Lab lab) throws IOException, InterruptedException {
        List<Subject> subjects = subjects(lab);
        Map<Point, Scores> all = new LinkedHashMap<>();
        for (int round = 1; round <= lab.extent().closeRounds; round++) {
            for (int depth : lab.extent().depths()) {
                for (Subject subject : subjects) {
                    if (round <= lab.extent().acquireRounds || isClose(subject, depth)) {
                        measure(lab, round, depth, subject, all);
                    }
                }
            }
        }
        MarkdownTable table = new MarkdownTable(
                "subject", "stack depth", "ns", "least to most", "x HikariCP", "bytes", MarkdownTable.BUDGET);
        for (Map.Entry<Point, Scores> each : all.entrySet()) {
            Scores scores = each.getValue();
            Point point = each.getKey();
            table.row(
                    point.subject.title,
                    String.valueOf(point.depth),
                    number(scores.median()),
                    number(scores.least()) + " to " + number(scores.most()),
                    ratio(scores.median(), median(all, HIKARI, point.depth)),
                    number(scores.bytes()),
                    budget(all, point, scores));
        }
        return table.lines();
    }

    private static void measure(Lab lab, int round, int depth, Subject subject, Map<Point, Scores> all)
            throws IOException {
        lab.measure(
                "acquire, round " + round + " of " + lab.extent().closeRounds + ", depth " + depth + ": "
                        + subject.title,
                AcquireRelease.class,
                Map.of("way", subject.way.name(), "depth", String.valueOf(depth)),
                subject.agent ? lab.agent().with(subject.stack) : null,
                1,
                lab.extent().warmUps,
                Map.of(),
                all.computeIfAbsent(new Point(subject, depth), key -> new Scores()));
    }

    /** Whether it has a budget, or sets one, of which forks are further away than it is. */
    private static boolean isClose(Subject subject, int depth) {
        boolean whole = subject.way == Way.HIKARI_LEAK_DETECTION
                || subject.way == Way.HIKARI_LEAK_DETECTION_DRIVER_MANAGER
                || "full".equals(subject.stack);
        boolean none = !subject.agent || "off".equals(subject.stack);
        return whole ? depth == DEPTH_OF_FULL_STACK : none && depth <= DEPTH_OF_FULL_STACK;
    }

    private static List<Subject> subjects(Lab lab) throws IOException, InterruptedException {
        List<Subject> subjects = new ArrayList<>(List.of(NOTHING, HIKARI, HIKARI_LEAKS, CONSTANT, HIKARI_LEAKS_BELOW));
        for (Way way : List.of(Way.DATA_SOURCE, Way.DRIVER_MANAGER)) {
            String through = way == Way.DATA_SOURCE ? ", through a DataSource" : ", through DriverManager";
            for (String stack : lab.stacks()) {
                subjects.add(new Subject(AgentJar.title(stack) + through, way, true, stack));
            }
        }
        return subjects;
    }

    private static String budget(Map<Point, Scores> all, Point point, Scores scores) {
        Subject subject = point.subject;
        if (!subject.agent) {
            return "";
        }
        boolean below = subject.way == Way.DRIVER_MANAGER;
        if (subject.stack == null || subject.stack.equals("off")) {
            double own = below ? median(all, CONSTANT, point.depth) - median(all, NOTHING, point.depth) : 0;
            double limit = TIMES_HIKARI * median(all, HIKARI, point.depth) + own;
            String told = TIMES_HIKARI + " x HikariCP" + (below ? " + DriverManager's own" : "");
            return atMost(limit, scores.median(), " ns", told) + "; "
                    + atMost(BYTES, scores.bytes(), " bytes", "without the handle itself");
        }
        if (subject.stack.equals("full") && point.depth == DEPTH_OF_FULL_STACK) {
            double limit = median(all, below ? HIKARI_LEAKS_BELOW : HIKARI_LEAKS, point.depth);
            String told = "1.0 x HikariCP with leak detection" + (below ? ", through DriverManager as well" : "");
            return atMost(limit, scores.median(), " ns", told);
        }
        return "";
    }

    private static double median(Map<Point, Scores> all, Subject subject, int depth) {
        Scores scores = all.get(new Point(subject, depth));
        if (scores == null) {
            throw new IllegalStateException(subject + " was not measured");
        }
        return scores.median();
    }
}
