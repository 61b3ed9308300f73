package io.poolagent.it.suites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.sample.server.DatabaseServer;
import io.poolagent.sample.server.DatabaseServers;
import io.poolagent.sample.server.ServerStartException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No test of other projects' suites changes its result with the agent. */
@Tag("suites")
@Timeout(value = 2, unit = TimeUnit.HOURS)
class PublicSuitesIT {
    /** Memory databases and files that are not pooled unless somebody asks for it. */
    private static final String EVERYTHING = "url.include=jdbc:*";

    @Test
    void jdbi() {
        compare(Suite.of("jdbi").notAsRoot(), 100);
    }

    @Test
    void jdbiWithEveryUrlPooled() {
        compare(Suite.of("jdbi").notAsRoot(), 500, EVERYTHING);
    }

    @Test
    void dbutils() {
        compare(Suite.of("dbutils"), 0);
    }

    @Test
    void dbcp2() {
        compare(Suite.of("dbcp2"), 0);
    }

    @Test
    void pgjdbc() throws ServerStartException, SQLException {
        try (DatabaseServer server = DatabaseServers.postgres(PgjdbcServer.SETTINGS)) {
            compare(PgjdbcServer.prepare(server, Suite.of("pgjdbc")), 100);
        }
    }

    private static void compare(Suite suite, int pools, String... options) {
        List<SuiteResults> without = new ArrayList<>(List.of(suite.without("without")));
        SuiteResults with = suite.with("with", options);
        if (!differences(without, with).isEmpty()) {
            // A test that has both results without the agent proves nothing.
            without.add(suite.without("without-again"));
        }
        List<String> differences = differences(without, with);
        System.out.println(suite.name() + " " + String.join(" ", options) + "\n  without agent: "
                + without.get(0).counts() + "\n  with agent:    " + with.counts() + "; " + with.work());
        assertEquals(List.of(), differences, () -> "differences in " + suite.name());
        assertTrue(with.pools() >= pools, () -> "the agent pooled too little in " + suite.name() + ": " + with.work());
    }

    private static List<String> differences(List<SuiteResults> without, SuiteResults with) {
        TreeSet<String> tests = new TreeSet<>(with.tests().keySet());
        without.forEach(each -> tests.addAll(each.tests().keySet()));
        List<String> differences = new ArrayList<>();
        for (String test : tests) {
            List<String> before = without.stream()
                    .map(each -> each.tests().getOrDefault(test, "missing"))
                    .distinct()
                    .toList();
            String after = with.tests().getOrDefault(test, "missing");
            if (!before.contains(after)) {
                differences.add("\n" + test + "\n  without agent: " + before + "\n  with agent:    " + after);
            }
        }
        return differences;
    }
}
