package io.poolagent.it.start;

import static io.poolagent.it.harness.Pooled.assertPooled;
import static io.poolagent.it.harness.Pooled.requests;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.poolagent.it.harness.AgentCopy;
import io.poolagent.it.harness.Jdks;
import io.poolagent.it.harness.Project;
import io.poolagent.it.harness.Run;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The agent given twice: one of them works, the other says so once. */
class AgentTwiceIT {
    @ParameterizedTest
    @CsvSource({"17, false", "17, true", "8, false", "8, true", "25, true"})
    void secondOneStepsAside(int version, boolean underAnotherName, @TempDir Path folder) throws IOException {
        Path second = underAnotherName ? AgentCopy.exact(folder.resolve("another-name.jar")) : Project.AGENT;
        Run run = requests().on(Jdks.require(version)).agent().agent(second).run();
        assertPooled(run, 1);
        assertEquals(1, run.agentLines("already active").size(), run::toString);
        assertEquals(1, run.agentLines("INFO  pool-agent").size(), () -> "one start line: " + run);
    }
}
