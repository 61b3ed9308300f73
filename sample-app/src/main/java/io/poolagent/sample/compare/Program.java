package io.poolagent.sample.compare;

import io.poolagent.sample.Main;
import io.poolagent.sample.cli.UsageException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where this program and the agent lie. */
final class Program {

    private Program() {}

    /** What follows the JVM's options on the command line that starts this program again. */
    static List<String> startedBy() {
        Path place = place();
        return Files.isRegularFile(place)
                ? Arrays.asList("-jar", place.toString())
                : Arrays.asList("-cp", System.getProperty("java.class.path"), Main.class.getName());
    }

    /** The agent's jar: the given one, or the one that the same build has made. */
    static Path agent(@Nullable String given) throws UsageException {
        Path agent = given != null
                ? Paths.get(given)
                : place().resolveSibling(Paths.get("..", "..", "agent", "target", "pool-agent.jar"))
                        .normalize();
        if (!Files.isRegularFile(agent)) {
            throw new UsageException((given == null ? "There is no agent at " : "--agent cannot be ") + "'" + agent
                    + "'; allowed is the path of the agent's jar, which 'mvn package' makes.");
        }
        return agent.toAbsolutePath();
    }

    private static Path place() {
        try {
            return Paths.get(Main.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toAbsolutePath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("This program does not lie in a file.", e);
        }
    }
}
