package io.poolagent.it.standin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.Comparison;
import io.poolagent.it.harness.Jdks;
import io.poolagent.it.harness.Pooled;
import legacy.Holding;
import legacy.key.WrongLogins;
import legacy.release.Attributes;
import legacy.release.SessionState;
import legacy.release.StaleHandle;
import legacy.standin.play.AtTheEnd;
import legacy.standin.play.Ends;
import legacy.standin.play.Forgotten;
import legacy.standin.play.Logins;
import legacy.standin.play.Nested;
import legacy.standin.play.Refusals;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Products that can not run here, as far as their documented behaviour goes: the same without the agent and with it. */
class StandInIT {
    @ParameterizedTest
    @EnumSource
    void isPooled(StandIns product) {
        Comparison runs = product.running(Holding.class, "3").compared();
        Pooled.assertUnpooled(runs.without(), 3);
        Pooled.assertPooled(runs.with(), 3);
    }

    @ParameterizedTest
    @EnumSource
    void workEndsAtCloseAsTheDriverEndsIt(StandIns product) {
        Comparison runs = same(product.running(Ends.class).compared());
        assertTrue(logins(runs) < logins(runs.without().errors()), () -> "clean ones are reused: " + runs.with());
    }

    @ParameterizedTest
    @EnumSource
    void workOfAForgottenConnectionEnds(StandIns product) {
        same(product.running(Forgotten.class).compared());
    }

    @ParameterizedTest
    @EnumSource
    void workOfAnOverflowConnectionEnds(StandIns product) {
        same(product.running(Nested.class).compared("pool.max=1"));
    }

    @ParameterizedTest
    @EnumSource
    void workGoesOnInShutdownHooks(StandIns product) {
        same(product.running(AtTheEnd.class).compared());
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftInTheSession(StandIns product) {
        Comparison runs =
                same(product.running(SessionState.class, product.script("")).compared());
        assertTrue(reuses(runs, "plain select"), () -> "clean sessions are reused: " + runs.with());
        assertTrue(
                reuses(runs, "plain insert and delete, prepared"), () -> "clean sessions are reused: " + runs.with());
    }

    @ParameterizedTest
    @EnumSource
    void attributesAreSetBack(StandIns product) {
        Comparison runs =
                same(product.running(Attributes.class, "other", "OTHER").compared());
        assertTrue(reuses(runs, "serializable"), () -> "set back, not closed: " + runs.with());
    }

    @ParameterizedTest
    @EnumSource
    void castsToTheVendorsTypesWork(StandIns product) {
        Comparison runs = same(product.running(product.vendor()).compared());
        assertTrue(runs.with().errors().contains("$PoolAgent"), () -> "handles: " + runs.with());
    }

    @ParameterizedTest
    @EnumSource
    void useAfterCloseIsRefusedAsByTheDriver(StandIns product) {
        same(product.running(Refusals.class).compared());
    }

    @ParameterizedTest
    @EnumSource(names = {"ORACLE", "SQL_SERVER"})
    void staleHandleTouchesNoLaterLease(StandIns product) {
        Comparison runs = same(product.running(StaleHandle.class).compared());
        assertTrue(runs.with().lines().contains("rows 2"), () -> "the other's work: " + runs.with());
    }

    @ParameterizedTest
    @CsvSource({"ORACLE, 8", "SQL_SERVER, 8", "DB2, 8", "ORACLE, 25", "SQL_SERVER, 25", "DB2, 25"})
    void castsWorkOnOtherJavas(StandIns product, int version) {
        same(product.running(product.vendor()).on(Jdks.require(version)).compared());
    }

    @ParameterizedTest
    @EnumSource
    void wrongLoginsFailAsEver(StandIns product) {
        same(product.running(WrongLogins.class).compared());
    }

    @ParameterizedTest
    @EnumSource
    void rolesOtherUsersAndFullServers(StandIns product) {
        Comparison runs = same(product.running(Logins.class).compared());
        boolean said = !runs.with().agentLines("sysdba").isEmpty();
        assertTrue(said == (product == StandIns.ORACLE), () -> "logins with a role are not pooled: " + runs.with());
    }

    private static Comparison same(Comparison runs) {
        runs.without().succeeded();
        runs.same();
        assertTrue(!runs.with().agentLines("new pool").isEmpty(), () -> "pooled: " + runs.with());
        return runs;
    }

    private static boolean reuses(Comparison runs, String name) {
        String line = "same session: " + name;
        return runs.with().otherErrors().contains(line)
                && !runs.without().otherErrors().contains(line);
    }

    private static long logins(Comparison runs) {
        return logins(runs.with().errors());
    }

    private static long logins(String errors) {
        return errors.lines()
                .filter(line -> line.startsWith("logins "))
                .mapToLong(line -> Long.parseLong(line.substring("logins ".length())))
                .findFirst()
                .orElseThrow();
    }
}
