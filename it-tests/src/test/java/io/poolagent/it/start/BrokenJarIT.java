package io.poolagent.it.start;

import static io.poolagent.it.harness.Pooled.assertUnpooled;
import static io.poolagent.it.harness.Pooled.requests;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.AgentCopy;
import io.poolagent.it.harness.Jdks;
import io.poolagent.it.harness.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A jar that arrived broken: the application runs as if there were no agent. */
class BrokenJarIT {
    private static final String CORE = "core/io/poolagent/core/Core.class";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"core/", CORE, "core/bridge/", "core/io/poolagent/core/config/"})
    void withoutWhatTheStartNeedsThereIsOneMessage(String missing) throws IOException {
        oneMessage(AgentCopy.without(folder.resolve("broken.jar"), missing), 17);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 25})
    void withoutCoreOnOtherJavas(int version) throws IOException {
        oneMessage(AgentCopy.without(folder.resolve("broken.jar"), "core/"), version);
    }

    @Test
    void garbageInPlaceOfTheCore() throws IOException {
        byte[] garbage = "no class".getBytes(StandardCharsets.UTF_8);
        oneMessage(AgentCopy.with(folder.resolve("broken.jar"), CORE, garbage), 17);
    }

    @Test
    void truncatedCore() throws IOException {
        byte[] half = AgentCopy.entry(CORE);
        oneMessage(AgentCopy.with(folder.resolve("broken.jar"), CORE, Arrays.copyOf(half, half.length / 2)), 17);
    }

    @Test
    void coreOfJavaToCome() throws IOException {
        byte[] newer = AgentCopy.entry(CORE);
        newer[7] = 120; // the class file's major version
        oneMessage(AgentCopy.with(folder.resolve("broken.jar"), CORE, newer), 17);
    }

    /** What is needed only later is found missing later, in hooks. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "core/com/zaxxer/",
                "core/org/objectweb/",
                "core/org/slf4j/",
                "core/io/poolagent/core/intercept/ConnectRewriter",
                "core/io/poolagent/core/pool/",
                "core/io/poolagent/core/database/",
                "core/io/poolagent/core/lease/",
                "core/io/poolagent/core/handle/"
            })
    void withoutWhatIsNeededLaterItRunsAllTheSame(String missing) throws IOException {
        Path jar = AgentCopy.without(folder.resolve("broken.jar"), missing);
        Run run = requests().agent(jar).provokingHookErrors().run();
        assertUnpooled(run, 1);
        assertTrue(!run.agentLines().isEmpty(), () -> "something is said: " + run);
        assertEquals(2, run.lines().size(), () -> "standard output is the application's: " + run);
    }

    private static void oneMessage(Path jar, int version) {
        Run run = requests().on(Jdks.require(version)).agent(jar).run();
        assertUnpooled(run, 1);
        assertEquals(1, run.agentLines().size(), () -> "the agent's lines: " + run);
        assertEquals(
                1, run.agentLines("steps aside, the application runs unpooled").size(), run::toString);
        assertEquals(1, run.errors().lines().count(), () -> "nothing but the message: " + run);
    }
}
