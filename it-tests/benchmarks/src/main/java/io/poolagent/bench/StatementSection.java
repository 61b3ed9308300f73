package io.poolagent.bench;

import static io.poolagent.bench.MarkdownTable.atMost;
import static io.poolagent.bench.MarkdownTable.number;

import io.poolagent.bench.program.StatementCall;
import io.poolagent.bench.program.Way;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What a call on a statement costs. */
final class StatementSection implements Section {
    private static final int MORE_NANOS = 100;

    @Override
    public String name() {
        return "statement";
    }

    @Override
    public String heading() {
        return "PreparedStatement.executeUpdate() of a driver that costs nothing; bytes are those allocated";
    }

    @Override
    public List<String> measure(Lab lab) throws IOException {
        Scores raw = new Scores();
        Scores hikari = new Scores();
        Scores agent = new Scores();
        for (int round = 1; round <= lab.extent().rounds; round++) {
            String title = "statement, round " + round + " of " + lab.extent().rounds + ": ";
            measure(lab, title + "raw", Way.DATA_SOURCE, false, raw);
            measure(lab, title + "HikariCP", Way.HIKARI, false, hikari);
            measure(lab, title + "agent", Way.DATA_SOURCE, true, agent);
        }
        MarkdownTable table =
                new MarkdownTable("subject", "ns", "least to most", "ns more than raw", "bytes", MarkdownTable.BUDGET);
        row(table, "raw", raw, raw, "");
        row(table, "HikariCP", hikari, raw, "");
        double more = agent.median() - raw.median();
        row(table, "agent", agent, raw, atMost(MORE_NANOS, more, " ns", "more than raw"));
        return table.lines();
    }

    private static void measure(Lab lab, String title, Way way, boolean agent, Scores into) throws IOException {
        lab.measure(
                title,
                StatementCall.class,
                Map.of("way", way.name()),
                agent ? lab.agent().with(null) : null,
                1,
                lab.extent().warmUps,
                Map.of(),
                into);
    }

    private static void row(MarkdownTable table, String title, Scores scores, Scores raw, String budget) {
        table.row(
                title,
                number(scores.median()),
                number(scores.least()) + " to " + number(scores.most()),
                number(scores.median() - raw.median()),
                number(scores.bytes()),
                budget);
    }
}
