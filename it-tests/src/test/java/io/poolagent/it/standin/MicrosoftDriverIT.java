package io.poolagent.it.standin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.Comparison;
import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Jdks;
import io.poolagent.it.harness.Pooled;
import java.nio.file.Path;
import legacy.Holding;
import legacy.key.WrongLogins;
import legacy.release.Attributes;
import legacy.release.SessionState;
import legacy.release.StaleHandle;
import legacy.standin.play.AtTheEnd;
import legacy.standin.play.Ends;
import legacy.standin.play.Forgotten;
import legacy.standin.play.MicrosoftBulk;
import legacy.standin.play.MicrosoftCasts;
import legacy.standin.play.Nested;
import legacy.standin.play.Refusals;
import legacy.standin.tds.OnTds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Microsoft's own driver, against a server that speaks TDS and is SQL Server's stand-in behind it. */
class MicrosoftDriverIT {
    /** Put there by the pom: the driver's build for Java 8, whose artifact is that for newer ones in another version. */
    private static final Path FOR_JAVA_8 = Path.of(System.getProperty("it.java8.drivers"), "mssql-jdbc.jar");

    @Test
    void isPooled() {
        Comparison runs = running(Holding.class, "3").compared();
        Pooled.assertUnpooled(runs.without(), 3);
        Pooled.assertPooled(runs.with(), 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 17, 25})
    void castsToTheDriversClassesWork(int version) {
        ForkedJvm program = version == 8
                ? launching(MicrosoftCasts.class).classPathFirst(FOR_JAVA_8)
                : running(MicrosoftCasts.class);
        Comparison runs = same(program.on(Jdks.require(version)).compared());
        assertTrue(runs.with().errors().contains("$PoolAgent"), () -> "handles: " + runs.with());
    }

    @Test
    void bulkCopyWorksWithHandles() {
        same(running(MicrosoftBulk.class).compared());
    }

    @Test
    void workEndsAtCloseAsTheDriverEndsIt() {
        same(running(Ends.class).compared());
    }

    @Test
    void workOfAForgottenConnectionEnds() {
        same(running(Forgotten.class).compared());
    }

    @Test
    void workOfAnOverflowConnectionEnds() {
        same(running(Nested.class).compared("pool.max=1"));
    }

    @Test
    void workGoesOnInShutdownHooks() {
        same(running(AtTheEnd.class).compared());
    }

    @Test
    void nothingIsLeftInTheSession() {
        same(running(SessionState.class, StandIns.SQL_SERVER.script("")).compared());
    }

    @Test
    void attributesAreSetBack() {
        same(running(Attributes.class, "other", "OTHER").compared());
    }

    @Test
    void staleHandleTouchesNoLaterLease() {
        same(running(StaleHandle.class).compared());
    }

    @Test
    void useAfterCloseIsRefusedAsByTheDriver() {
        same(running(Refusals.class).compared());
    }

    @Test
    void wrongLoginsFailAsEver() {
        same(running(WrongLogins.class).compared());
    }

    private static ForkedJvm running(Class<?> program, String... more) {
        return launching(program, more).with("mssql-jdbc");
    }

    private static ForkedJvm launching(Class<?> program, String... more) {
        return ForkedJvm.running(OnTds.class, program.getName(), "app", "secret")
                .arguments(more);
    }

    private static Comparison same(Comparison runs) {
        runs.without().succeeded();
        runs.same();
        assertTrue(!runs.with().agentLines("new pool").isEmpty(), () -> "pooled: " + runs.with());
        return runs;
    }
}
