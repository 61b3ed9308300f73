package io.poolagent.it.start;

import static io.poolagent.it.harness.Pooled.assertPooled;
import static io.poolagent.it.harness.Pooled.requests;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.poolagent.it.harness.Comparison;
import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Jdk;
import io.poolagent.it.harness.Jdks;
import io.poolagent.it.harness.Project;
import io.poolagent.it.harness.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import legacy.early.Hello;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Switches of the JVM that could get in the agent's way: it works, and no warning comes because of it. */
class JvmSwitchesIT {
    @ParameterizedTest
    @CsvSource({"8, off", "8, auto", "17, off", "17, auto", "17, on", "25, off", "25, auto", "25, on"})
    void classDataSharing(int version, String share) {
        Jdk jdk = Jdks.require(version);
        String option = "-Xshare:" + share;
        int usable = ForkedJvm.running(Hello.class).on(jdk).jvm(option).run().exitCode();
        assumeTrue(usable == 0, () -> jdk + " has no archive of classes to share");
        assertPooled(requests().on(jdk).jvm(option).agent().run(), 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:-StackTraceInThrowable",
                "-XX:+DisableAttachMechanism",
                "-XX:+UnlockDiagnosticVMOptions -XX:+BytecodeVerificationLocal -XX:+BytecodeVerificationRemote",
                "-esa -ea",
                "-Xcomp -XX:TieredStopAtLevel=1"
            })
    void otherSwitches(String switches) {
        assertPooled(requests().jvm(switches.split(" ")).agent().run(), 1);
    }

    @Test
    void illegalAccessOnJava17() {
        Run run = requests()
                .on(Jdks.require(17))
                .jvm("--illegal-access=permit")
                .expecting("Ignoring option --illegal-access=permit")
                .agent()
                .run();
        assertPooled(run, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"permit", "warn", "deny"})
    void illegalAccessOnJava11(String access) {
        Jdk jdk = Jdks.require(11);
        assertPooled(
                requests().on(jdk).jvm("--illegal-access=" + access).agent().run(), 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void imageWithoutSql(int version) {
        Comparison runs = ForkedJvm.running(Hello.class)
                .on(Jdks.require(version))
                .jvm("--limit-modules", "java.base,java.instrument")
                .compared();
        runs.same();
        assertEquals("hello", runs.with().succeeded().text().trim());
        assertTrue(runs.with().agentLines().size() <= 1, () -> "one message at most: " + runs.with());
    }

    /** With the default policy neither the application nor the agent may do much. */
    @ParameterizedTest
    @ValueSource(ints = {8, 11, 17})
    void securityManagerWithDefaultPolicy(int version) {
        Comparison runs = requests()
                .on(Jdks.require(version))
                .jvm("-Djava.security.manager")
                .expecting("Security Manager")
                .compared();
        runs.same();
        Run hello = ForkedJvm.running(Hello.class)
                .on(Jdks.require(version))
                .jvm("-Djava.security.manager")
                .expecting("Security Manager")
                .agent()
                .run()
                .succeeded();
        assertEquals("hello", hello.text().trim());
        assertTrue(hello.agentLines().size() <= 1, () -> "one message at most: " + hello);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 11, 17})
    void securityManagerThatGrantsEverything(int version, @TempDir Path folder) throws IOException {
        Path policy =
                Files.writeString(folder.resolve("all.policy"), "grant { permission java.security.AllPermission; };");
        Run run = requests()
                .on(Jdks.require(version))
                .jvm("-Djava.security.manager", "-Djava.security.policy==" + policy)
                .expecting("Security Manager")
                .agent()
                .run();
        assertPooled(run, 1);
    }

    /** The driver and the application may less than the agent, which reads the driver's fields at a release. */
    @ParameterizedTest
    @ValueSource(ints = {8, 11})
    void securityManagerThatGrantsTheDriverLittle(int version, @TempDir Path folder) throws IOException {
        Path policy = Files.writeString(
                folder.resolve("little.policy"),
                "grant codeBase \"" + Project.AGENT.toUri() + "\" { permission java.security.AllPermission; };"
                        + " grant { permission java.util.PropertyPermission \"*\", \"read\";"
                        + " permission java.net.SocketPermission \"*\", \"connect,resolve\";"
                        + " permission java.io.FilePermission \"<<ALL FILES>>\", \"read\";"
                        // pgjdbc's isValid, which is asked of what was idle for more than a moment
                        + " permission java.sql.SQLPermission \"setNetworkTimeout\";"
                        + " permission java.lang.RuntimePermission \"*\"; };");
        Run run = requests()
                .on(Jdks.require(version))
                .jvm("-Djava.security.manager", "-Djava.security.policy=" + policy)
                .expecting("Security Manager")
                .agent()
                .run();
        assertPooled(run, 1);
    }
}
