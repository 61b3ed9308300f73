package io.poolagent.bench;

import static io.poolagent.bench.MarkdownTable.atLeast;
import static io.poolagent.bench.MarkdownTable.number;
import static io.poolagent.bench.MarkdownTable.ratio;

import io.poolagent.bench.program.ConnectSelect;
import io.poolagent.sample.server.DatabaseServer;
import io.poolagent.sample.server.DatabaseServers;
import io.poolagent.sample.server.ServerStartException;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What all of it comes to on a real server. */
final class PostgresSection implements Section {
    private static final int CROWD = 8;

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public String heading() {
        return "connect + SELECT 1 + close on PostgreSQL on loopback, SCRAM-SHA-256, DriverManager";
    }

    @Override
    public List<String> measure(Lab lab) throws IOException {
        MarkdownTable table = new MarkdownTable(
                "subject", "threads", "per second", "least to most", "x direct", "x HikariCP", MarkdownTable.BUDGET);
        try (DatabaseServer server = DatabaseServers.postgres()) {
            for (int threads : lab.extent() == Extent.CHECK ? List.of(2) : List.of(1, CROWD)) {
                rows(lab, server, threads, table);
            }
        } catch (ServerStartException e) {
            throw new IOException(e.getMessage(), e);
        }
        return table.lines();
    }

    private static void rows(Lab lab, DatabaseServer server, int threads, MarkdownTable table) throws IOException {
        Map<String, String> account = Map.of(
                ConnectSelect.PROPERTIES + "url", server.jdbcUrl(),
                ConnectSelect.PROPERTIES + "user", server.user(),
                ConnectSelect.PROPERTIES + "password", server.password());
        int warmUps = lab.extent().serverWarmUps;
        Scores direct = new Scores();
        Scores hikari = new Scores();
        Scores agent = new Scores();
        for (int round = 1; round <= lab.extent().rounds; round++) {
            String title = "postgres, round " + round + " of " + lab.extent().rounds + ", " + threads + " thread(s): ";
            Class<?> program = ConnectSelect.class;
            lab.measure(title + "direct", program, Map.of(), null, threads, warmUps, account, direct);
            lab.measure(title + "HikariCP", program, Map.of("hikari", "true"), null, threads, warmUps, account, hikari);
            lab.measure(title + "agent", program, Map.of(), lab.agent().with(null), threads, warmUps, account, agent);
        }
        row(table, "direct", threads, direct, direct, hikari, "");
        row(table, "HikariCP by hand", threads, hikari, direct, hikari, "");
        String budget = threads == CROWD
                ? atLeast("100", agent.median(), direct.median(), "direct") + "; "
                        + atLeast("0.95", agent.median(), hikari.median(), "HikariCP")
                : "";
        row(table, "agent", threads, agent, direct, hikari, budget);
    }

    private static void row(
            MarkdownTable table,
            String title,
            int threads,
            Scores scores,
            Scores direct,
            Scores hikari,
            String budget) {
        table.row(
                title,
                String.valueOf(threads),
                number(scores.median()),
                number(scores.least()) + " to " + number(scores.most()),
                ratio(scores.median(), direct.median()),
                ratio(scores.median(), hikari.median()),
                budget);
    }
}
