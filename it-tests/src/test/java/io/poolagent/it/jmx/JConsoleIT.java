package io.poolagent.it.jmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.poolagent.it.harness.Background;
import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Jdk;
import io.poolagent.it.harness.Ports;
import io.poolagent.it.harness.Project;
import io.poolagent.it.harness.Run;
import io.poolagent.it.harness.Servers;
import io.poolagent.it.harness.VirtualDisplay;
import io.poolagent.sample.observe.ObserverService;
import io.poolagent.sample.observe.ServerObserver;
import io.poolagent.sample.observe.ServerObservers;
import io.poolagent.sample.server.DatabaseServer;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.management.MBeanFeatureInfo;
import javax.management.MBeanInfo;
import org.junit.jupiter.api.Test;

/** The JDK's own JConsole, on a screen in memory, shows the pool of the sample application. */
class JConsoleIT {
    /** The pictures stay there; the README has a copy of one. */
    private static final Path PICTURES = Project.ROOT.resolve("it-tests/target/jconsole");

    /** The pictures of README are shown so wide at most without being made smaller. */
    private static final int WIDTH = 980;

    private static final int HEIGHT = 1_000;

    @Test
    void showsThePoolOfTheSampleApplication() throws Exception {
        Path jconsole = Jdk.current().tool("jconsole");
        assumeTrue(Files.isExecutable(jconsole), () -> "no " + jconsole + " on this machine");
        Files.createDirectories(PICTURES);
        int port = Ports.free();
        DatabaseServer server = Servers.postgres();
        // Who watches the server does it from here, as in a comparison of the sample's: its JVM has the pool of the
        // shop only.
        try (VirtualDisplay display = VirtualDisplay.require(WIDTH, HEIGHT);
                ServerObserver observer = ServerObservers.open(
                        server.adminUrl(), server.adminUser(), server.adminPassword(), server.user());
                ObserverService service = new ObserverService(observer);
                Background sample = sample(server, port, service.port()).start()) {
            MBeanInfo pool;
            try (Client client = Client.onPort(port)) {
                pool = client.server().getMBeanInfo(client.bean("Pool"));
            }
            check(jconsole(display, port).run().succeeded(), pool);
            sample.end();
        }
    }

    private static void check(Run seen, MBeanInfo pool) throws Exception {
        Set<String> attributes = new TreeSet<>();
        seen.facts().forEach((name, value) -> {
            if (name.startsWith("attribute ")) {
                attributes.add(name.substring("attribute ".length()));
                assertNotEquals("Unavailable", value, name);
                assertTrue(!value.equals("null") || name.startsWith("attribute Last"), name); // nothing failed so far
            }
        });
        assertEquals(names(pool.getAttributes()), attributes);
        assertEquals("10", seen.fact("attribute Max"));
        assertTrue(seen.number("attribute Acquires") > 0, seen::toString);
        assertEquals(
                names(pool.getOperations()),
                new TreeSet<>(List.of(seen.fact("operations").split(" "))));
        assertTrue(seen.fact("report").startsWith("pool jdbc:postgresql:"), seen::toString);
        assertTrue(seen.fact("notification").startsWith("pool jdbc:postgresql:"), seen::toString);
        assertTrue(seen.fact("notification").endsWith(": max from 10 to 12, by JMX"), seen::toString);
        assertTrue(seen.fact("option").matches("[a-z]+\\.[a-z-]+"), seen::toString);
        assertTrue(seen.number("ink of option") >= 90, () -> "the picture shows the option: " + seen);
        assertTrue(seen.number("ink") >= 90, () -> "the picture shows the table: " + seen);
        BufferedImage picture = ImageIO.read(PICTURES.resolve("attributes.png").toFile());
        assertEquals(WIDTH + " x " + HEIGHT, picture.getWidth() + " x " + picture.getHeight());
    }

    private static Set<String> names(MBeanFeatureInfo... features) {
        return Stream.of(features).map(MBeanFeatureInfo::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static ForkedJvm sample(DatabaseServer server, int port, int observer) {
        return ForkedJvm.launching("-jar", Project.SAMPLE.toString())
                .arguments("run", "--url", server.jdbcUrl(), "--user", server.user())
                .arguments("--seconds", "300", "--connect-seconds", "0", "--threads", "3", "--observer", "" + observer)
                .environment("SHOP_PASSWORD", server.password())
                .jvm(Client.listening(port))
                .agent();
    }

    private static ForkedJvm jconsole(VirtualDisplay display, int port) throws Exception {
        Path tests = Path.of(JConsoleMain.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return ForkedJvm.launching(JConsoleMain.class.getName())
                .classPath(List.of(tests))
                .jvm("--add-exports", "jdk.jconsole/sun.tools.jconsole=ALL-UNNAMED", "-Duser.language=en")
                .within(Duration.ofMinutes(2))
                .environment("DISPLAY", display.name())
                .environment("WAYLAND_DISPLAY", "")
                .arguments("127.0.0.1:" + port, PICTURES.toString());
    }
}
