package io.poolagent.it.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Jdk;
import io.poolagent.it.harness.Jdks;
import io.poolagent.it.harness.Project;
import io.poolagent.it.harness.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code JAVA_TOOL_OPTIONS} reaches the JDK's own tools too: they are no applications. */
class JdkToolsIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {8, 11, 17, 21, 25})
    void toolsWorkAndSayNothingOfOurs(int version) throws IOException {
        Jdk jdk = Jdks.require(version);
        Files.writeString(
                folder.resolve("Hello.java"),
                "public class Hello { public static void main(String[] a) { System.out.println(\"hello\"); } }");
        assertEquals("", tool(jdk, "javac Hello.java"));
        assertTrue(Files.exists(folder.resolve("Hello.class")), "javac compiled");
        assertEquals("", tool(jdk, "jar cf hello.jar Hello.class"));
        assertTrue(Files.size(folder.resolve("hello.jar")) > 100, "jar packed");
        String store = " -storetype PKCS12 -keystore keys.p12 -storepass secret1";
        assertEquals("", tool(jdk, "keytool -genkeypair -alias a -keyalg EC -dname CN=a" + store));
        assertTrue(tool(jdk, "keytool -list" + store).contains("PrivateKeyEntry"), "keytool's list");
        assertTrue(tool(jdk, "jcmd -l").contains("JCmd"), "jcmd's list, which has jcmd itself");
    }

    /** Runs a tool with the agent in the environment and returns what it printed. */
    private String tool(Jdk jdk, String line) {
        String[] words = line.split(" ");
        String[] arguments = List.of(words).subList(1, words.length).toArray(String[]::new);
        Map<String, String> agent = Map.of("JAVA_TOOL_OPTIONS", "-javaagent:" + Project.AGENT);
        Run run = ForkedJvm.tool(jdk, words[0], agent, folder, arguments).succeeded();
        List<String> errors = run.errors().lines().toList();
        assertTrue(errors.get(0).startsWith("Picked up JAVA_TOOL_OPTIONS"), () -> "the JVM took it: " + run);
        assertEquals(
                List.of(),
                errors.stream().skip(1).filter(said -> !isKeytools(said)).toList(),
                () -> "standard error of " + run);
        return run.text();
    }

    /** Some versions of keytool tell what they generate there. */
    private static boolean isKeytools(String line) {
        return line.startsWith("Generating ") || line.startsWith("\tfor: ");
    }
}
