package io.poolagent.bench;

import static io.poolagent.bench.MarkdownTable.number;

import io.poolagent.bench.program.OpenLeases;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much heap an open lease keeps. */
final class HeapSection implements Section {
    private static final int DEPTH = 50;
    /** The agent forgets what was captured of so many within seconds, and keeps names. */
    private static final int HELD = 400;

    @Override
    public String name() {
        return "heap";
    }

    @Override
    public String heading() {
        return "Heap per open lease (lease, handle, the pool's slot, the connection), " + DEPTH
                + " calls deep: what System.gc() leaves with 10,000 of them open, less what it left before, by 10,000;"
                + " of those that are held for longer " + HELD;
    }

    @Override
    public List<String> measure(Lab lab) throws IOException, InterruptedException {
        double without = bytes(lab, "without the agent", null, false, false);
        MarkdownTable table =
                new MarkdownTable("subject", "bytes per connection", "more than without", "held for longer");
        table.row("without the agent", number(without), "", "");
        for (String stack : lab.stacks()) {
            double with = bytes(lab, AgentJar.title(stack), stack, true, false);
            double held = bytes(lab, AgentJar.title(stack) + ", held", stack, true, true);
            table.row(AgentJar.title(stack), number(with), number(with - without), number(held));
        }
        return table.lines();
    }

    private static double bytes(Lab lab, String title, @Nullable String stack, boolean agent, boolean held)
            throws IOException, InterruptedException {
        String output = lab.run(
                "heap: " + title,
                OpenLeases.class,
                agent ? lab.agent().with(stack, "pool.max=10000") : null,
                List.of("-XX:+UseSerialGC", "-Xmx512m"),
                List.of(
                        String.valueOf(held ? Math.min(HELD, lab.extent().leases) : lab.extent().leases),
                        String.valueOf(DEPTH),
                        String.valueOf(agent),
                        String.valueOf(held ? lab.extent().heldMillis() : 0)));
        return Double.parseDouble(output);
    }
}
