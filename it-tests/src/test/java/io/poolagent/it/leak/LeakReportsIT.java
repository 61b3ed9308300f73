package io.poolagent.it.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.Drivers;
import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Jdks;
import io.poolagent.it.harness.Run;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import legacy.leak.Copied;
import legacy.leak.Forgetful;
import legacy.leak.HandsOn;
import legacy.leak.LooksLikeLeak;
import legacy.leak.Outlived;
import legacy.leak.Redeployed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is reported of leaks, and what is not. */
class LeakReportsIT {
    private static Run play(String mistake, String... options) {
        return forgetful(mistake).agent(options).run().succeeded();
    }

    private static ForkedJvm forgetful(String mistake) {
        return Drivers.POSTGRES.running(Forgetful.class, mistake);
    }

    /** The number of a line in the program's method, by what its report says. */
    private static void matches(Run run, String... expressions) {
        for (String each : expressions) {
            assertTrue(
                    Pattern.compile(each, Pattern.MULTILINE)
                            .matcher(run.errors())
                            .find(),
                    () -> each + " in " + run);
        }
    }

    @Test
    void longWorkIsNoLeak() {
        ForkedJvm program = Drivers.POSTGRES.running(LooksLikeLeak.class, "8");
        Run run = program.agent("leak.threshold=1s").run().succeeded();
        assertEquals(List.of("statement 5", "rows true", "listening 2", "static 3"), run.lines());
        // only the statement that nobody uses for 8 s looks as a leak does, and is one by any measure
        List<String> reports = run.agentLines(" LEAK at ");
        assertEquals(1, reports.size(), run::toString);
        assertTrue(reports.get(0).contains("keptByStatement"), run::toString);
        assertEquals(0, run.agentLines("PROVEN").size(), run::toString);
        matches(
                run,
                "held on purpose, no leak: it waits for notifications",
                "held on purpose, no leak: it was acquired while a class was made",
                "long-running work, no leak: a statement is running;.*LooksLikeLeak.run\\(",
                "long-running work, no leak: it is in use;.*LooksLikeLeak.keptByRows",
                "held on purpose, no leak: a static field holds it, or a singleton's;.*LooksLikeLeak.Service.start");
    }

    /** What the driver's connection keeps of itself keeps no leak from being found. */
    @Test
    void leaksAfterCopiesAreTakenBack() {
        Run run = Drivers.POSTGRES.running(Copied.class).agent().run().succeeded();
        assertEquals("true", run.fact("all proven"), run::toString);
        assertEquals("true", run.fact("all free"), run::toString);
    }

    /** What was captured of its stack leads to a class, and that to the handle: then the leak would never be one. */
    @ParameterizedTest
    @ValueSource(strings = {"full", "place"})
    void aLeaseDoesNotKeepTheApplication(String stack) {
        Run run = Drivers.POSTGRES
                .running(Redeployed.class)
                .agent("leak.stack=" + stack)
                .run()
                .succeeded();
        assertEquals("true", run.fact("collected"), run::toString);
        assertEquals("true", run.fact("proven"), run::toString);
        assertEquals(1, run.agentLines("PROVEN LEAK at Redeployed.java:").size(), run::toString);
    }

    /** An object of the driver's own goes on with a connection whose handle is garbage: that is in use until both are. */
    @ParameterizedTest
    @ValueSource(strings = {"pool", "observe"})
    void whatIsInUseIsNoProvenLeak(String mode) {
        Run run = Drivers.POSTGRES
                .running(Outlived.class)
                .agent("mode=" + mode)
                .run()
                .succeeded();
        assertEquals("0", run.fact("proven in use"), run::toString);
        assertEquals("true", run.fact("copies held"), run::toString);
        assertEquals("true", run.fact("worked"), run::toString);
        assertEquals("true", run.fact("all proven"), run::toString);
        assertEquals("false", run.fact("still held"), run::toString);
    }

    @Test
    void aHeldConnectionIsReportedWithAllThatIsKnown() {
        Run run = play("held", "leak.threshold=1s");
        assertEquals(1, run.agentLines("SUSPECTED LEAK at Forgetful.java:").size(), run::toString);
        matches(
                run,
                "SUSPECTED LEAK at Forgetful\\.java:\\d+ in legacy\\.leak\\.Forgetful\\.held: a connection is held for longer",
                "^    pool: jdbc:postgresql://.* user=",
                "^    from this place: 1 leak since 20\\d\\d-.*Z \\(0 proven, 0 taken back, 0 closed late, 1 still held\\)",
                "^    held for: \\d\\.\\d s so far",
                "^    thread: 'main' \\(alive\\)",
                "^      -> at legacy\\.leak\\.Forgetful\\.held\\(Forgetful\\.java:\\d+\\)",
                "^    the thread is now:",
                "at .*legacy\\.Pause\\.pass",
                "^    last SQL: SELECT '\\?', \\?, begun \\d.* ago, 1 in all",
                "^    transaction: open",
                "^    done: nothing",
                "^    likely cause: the thread is still in held\\(\\)",
                "1 leak at Forgetful\\.java:\\d+ in .*: 0 proven, 1 suspected, 0 taken back, 1 closed late, 0 still held");
        assertFalse(run.errors().contains("secret"), run::toString);
        assertFalse(run.errors().contains("4711"), run::toString);
    }

    @Test
    void statementsAreShownAsWanted() {
        matches(play("held", "leak.threshold=1s", "log.sql=full"), "last SQL: SELECT 'a secret', 4711");
        matches(play("held", "leak.threshold=1s", "log.sql=off"), "last SQL: \\(not shown\\)");
    }

    @Test
    void aLeaseWithoutItsThreadIsSuspectedAtOnceAndWorks() {
        Run run = play("orphan");
        assertEquals(List.of("works 1", "end"), run.lines());
        matches(
                run,
                "SUSPECTED LEAK at Forgetful\\.java:\\d+ in .*: its thread has ended without closing the connection",
                "^    thread: 'short-lived' \\(ended\\)");
    }

    @Test
    void anAbandonedConnectionTellsItsLateUser() {
        Run run = play("late", "leak.abandoned-after=2s");
        List<String> lines = run.lines();
        assertEquals("closed true", lines.get(0), run::toString);
        for (int i = 1; i <= 3; i++) {
            assertTrue(
                    lines.get(i)
                            .matches("08003 pool-agent closed this connection: it was held for \\d.* s, longer than"
                                    + " leak\\.abandoned-after=2\\.0 s allows; acquired by thread 'main' at"
                                    + " legacy\\.leak\\.Forgetful\\.late\\(Forgetful\\.java:\\d+\\)"),
                    run::toString);
        }
        assertEquals(List.of("next 3", "end"), lines.subList(4, 6), run::toString);
        matches(
                run,
                "ABANDONED at Forgetful\\.java:\\d+ in legacy",
                "^    done: aborted \\(leak\\.abandoned-after\\)",
                "0 leaks at Forgetful\\.java:\\d+ in .*: 0 proven, 0 suspected, 0 taken back, 0 closed late, 1 aborted, 0 still held");
    }

    @Test
    void aDryPoolNamesEveryHolderOnce() {
        Run run = play("dry");
        assertEquals(1, run.agentLines("POOL EXHAUSTED").size(), run::toString);
        matches(run, "POOL EXHAUSTED: all 10 connections of jdbc:postgresql:.* are in use, connects go past the pool");
        long holders = run.errors()
                .lines()
                .filter(line -> line.matches("      lease \\d+: thread 'main' \\(alive\\) for .* at"
                        + " legacy\\.leak\\.Forgetful\\.dry\\(Forgetful\\.java:\\d+\\), last SQL: none yet"))
                .count();
        assertTrue(holders >= 10, run::toString);
    }

    @Test
    void aRefusedAcquireIsReportedToo() {
        Run run = forgetful("dry").agent("pool.overflow=fail").run();
        assertEquals(1, run.exitCode(), run::toString);
        assertEquals(1, run.agentLines("POOL EXHAUSTED").size(), run::toString);
        matches(run, "are in use, an acquire was refused");
    }

    @Test
    void statementsLeftOpenAreCountedByPlace() {
        Run run = play("statements");
        matches(
                run,
                "^    40 statements and 20 result sets were left open, by where the connection was acquired:",
                "^      40 statements and 20 result sets from legacy\\.leak\\.Forgetful\\.leaveOpen\\(Forgetful\\.java:(\\d+)\\),"
                        + " made at Forgetful\\.java:\\d+, Forgetful\\.java:\\d+$");
        assertEquals(0, run.agentLines("were left open at release").size(), run::toString);
        Run debug = play("statements", "log.level=debug");
        assertEquals(
                20,
                debug.agentLines("2 statements and 1 result sets were left open at release")
                        .size(),
                debug::toString);
    }

    @Test
    void slowStatementsAreLoggedWithTheirRows() {
        Run run = play("slow", "sql.slow=300ms");
        List<String> slow = run.agentLines("slow statement at ");
        assertEquals(6, slow.size(), run::toString);
        matches(
                run,
                "slow statement at legacy\\.leak\\.Forgetful\\.slow\\(.*: \\d+ ms, 3 rows, pool .*: INSERT INTO slow_t SELECT '\\?' FROM",
                "slow statement at .*, 3 rows, pool .*: SELECT a, '\\?' FROM slow_t",
                "slow statement at .*, 1 rows, pool .*: SELECT a, \\? FROM slow_t",
                "slow statement at .*, 7 rows, pool .*: DELETE FROM slow_t",
                "slow statement at .*, 2 rows, pool .*: SELECT '\\?' FROM generate_series",
                "slow statement at .*fetchSlowly.*, 6 rows, pool .*: SELECT g, '\\?', pg_sleep");
        assertFalse(run.errors().contains("secret"), run::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "adaptive", "place", "off"})
    void eachKindOfStackNamesWhatItCan(String mode) {
        for (int java : new int[] {8, 17}) {
            Run run = forgetful("deep")
                    .on(Jdks.require(java))
                    .agent("leak.stack=" + mode)
                    .run()
                    .succeeded();
            if (mode.equals("off")) {
                matches(run, "PROVEN LEAK at unknown", "70 leaks at unknown|\\d+ leaks at unknown");
            } else {
                matches(run, "PROVEN LEAK at Forgetful\\.java:\\d+ in legacy\\.leak\\.Forgetful\\.forgotten");
            }
            boolean whole = !mode.equals("off") && (java == 8 || !mode.equals("place"));
            Pattern stack =
                    Pattern.compile("    acquired at:\n(      .*\n)*         at legacy\\.leak\\.Forgetful\\.deep\\(");
            assertEquals(whole, stack.matcher(run.errors()).find(), () -> "the whole stack: " + run);
        }
    }

    /** A part of the stack leads to the same places as the whole. */
    @ParameterizedTest
    @CsvSource({"8, full", "17, full", "17, place"})
    void whatHandsAConnectionOnIsNotToldToCloseIt(int java, String mode) {
        Run run = Drivers.POSTGRES
                .running(HandsOn.class)
                .on(Jdks.require(java))
                .agent("leak.stack=" + mode)
                .run()
                .succeeded();
        for (String each :
                List.of("optional", "proxied", "retried", "retriedDeep", "template", "lambda\\$main\\$\\d")) {
            matches(run, "PROVEN LEAK at HandsOn\\.java:\\d+ in legacy\\.leak\\.HandsOn\\." + each + ":");
        }
        assertEquals(6, run.agentLines(" LEAK at ").size(), run::toString);
    }

    @Test
    void reportsAsJsonAreOneObjectPerLine() {
        Run run = play("held", "leak.threshold=1s", "report.format=json");
        List<String> reports =
                run.errors().lines().filter(line -> line.startsWith("{")).toList();
        assertTrue(
                reports.stream()
                        .anyMatch(line -> line.contains("\"event\":\"poolagent.leak.suspected\"")
                                && line.contains("\"position\":\"Forgetful.java:")
                                && line.contains("\"inTransaction\":true")
                                && line.contains("\"lastSql\":\"SELECT '?', ?\"")),
                run::toString);
        Stream<String> broken = reports.stream().filter(line -> !line.endsWith("}"));
        assertEquals(List.of(), broken.toList(), run::toString);
        assertEquals(0, run.agentLines(" LEAK at ").size(), run::toString);
    }
}
