package io.poolagent.bench;

import static io.poolagent.bench.MarkdownTable.number;

import io.poolagent.bench.program.OpenLeases;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much heap an open lease keeps. */
final class HeapSection implements Section {
    private static final int DEPTH = 50;

    @Override
    public String name() {
        return "heap";
    }

    @Override
    public String heading() {
        return "Heap per open lease (lease, handle, the pool's slot, the connection), " + DEPTH
                + " calls deep: what System.gc() leaves with 10,000 of them open, less what it left before, by 10,000";
    }

    @Override
    public List<String> measure(Lab lab) throws IOException, InterruptedException {
        double without = bytes(lab, "without the agent", null, false);
        MarkdownTable table = new MarkdownTable("subject", "bytes per connection", "more than without");
        table.row("without the agent", number(without), "");
        for (String stack : lab.stacks()) {
            double with = bytes(lab, AgentJar.title(stack), stack, true);
            table.row(AgentJar.title(stack), number(with), number(with - without));
        }
        return table.lines();
    }

    private static double bytes(Lab lab, String title, @Nullable String stack, boolean agent)
            throws IOException, InterruptedException {
        String output = lab.run(
                "heap: " + title,
                OpenLeases.class,
                agent ? lab.agent().with(stack, "pool.max=10000") : null,
                List.of("-XX:+UseSerialGC", "-Xmx512m"),
                List.of(String.valueOf(lab.extent().leases), String.valueOf(DEPTH), String.valueOf(agent)));
        return Double.parseDouble(output);
    }
}
