package io.poolagent.sample.compare;

import io.poolagent.sample.Place;
import io.poolagent.sample.cli.Options;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** How a run in a JVM of its own is started: with everything that this one knows, the password in the environment. */
final class ChildCommand {

    private final Options options;
    private final Place place;
    private final int observerPort;
    private final JavaHome java;

    ChildCommand(Options options, Place place, int observerPort, JavaHome java) {
        this.options = options;
        this.place = place;
        this.observerPort = observerPort;
        this.java = java;
    }

    List<String> line(List<String> jvmOptions) {
        List<String> line = new ArrayList<>();
        line.add(java.launcher().toString());
        line.addAll(jvmOptions);
        line.addAll(Program.startedBy());
        line.addAll(Arrays.asList("run", "--url=" + place.url(), "--observer=" + observerPort));
        String user = place.user();
        if (user != null && !user.isEmpty()) {
            line.add("--user=" + user);
        }
        line.add("--threads=" + options.threads());
        line.add("--seed=" + options.seed());
        line.add("--connect-seconds=" + options.connectSeconds());
        line.add(options.requests() > 0 ? "--requests=" + options.requests() : "--seconds=" + options.seconds());
        return line;
    }

    Map<String, String> environment() {
        String password = place.password();
        return password == null
                ? Collections.<String, String>emptyMap()
                : Collections.singletonMap("SHOP_PASSWORD", password);
    }
}
