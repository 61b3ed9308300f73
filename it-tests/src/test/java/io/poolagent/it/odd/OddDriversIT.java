package io.poolagent.it.odd;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.Comparison;
import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Libraries;
import io.poolagent.it.harness.Ports;
import java.io.IOException;
import legacy.odd.NoServer;
import legacy.odd.OddCallers;
import legacy.odd.OddDrivers;
import legacy.odd.OddProperties;
import legacy.odd.OddSources;
import org.junit.jupiter.api.Test;

/** Whatever an application or a driver does wrong, it goes wrong exactly as without the agent. */
class OddDriversIT {
    @Test
    void oddDrivers() {
        assertSame(ForkedJvm.running(OddDrivers.class), "driver throws an Error, 3: java.lang.NoClassDefFoundError");
    }

    @Test
    void oddDataSources() {
        assertSame(ForkedJvm.running(OddSources.class), "source returns null, 3: null");
    }

    @Test
    void oddCallers() {
        assertSame(ForkedJvm.running(OddCallers.class), "interrupted caller: open, autocommit");
    }

    /** Reading such properties may fail in a hook: the application does not notice. */
    @Test
    void oddProperties() {
        ForkedJvm program = ForkedJvm.running(OddProperties.class).provokingHookErrors();
        assertSame(program, "properties that only answer getProperty, 3: open, autocommit");
    }

    @Test
    void realDriversWithoutServer() throws IOException {
        String port = String.valueOf(Ports.free());
        ForkedJvm program = ForkedJvm.running(
                        NoServer.class,
                        "jdbc:postgresql://127.0.0.1:" + port + "/x",
                        "jdbc:mariadb://127.0.0.1:" + port + "/x",
                        "jdbc:mysql://127.0.0.1:" + port + "/x",
                        "jdbc:h2:tcp://127.0.0.1:" + port + "/x",
                        "jdbc:hsqldb:hsql://127.0.0.1:" + port + "/x",
                        "jdbc:sqlserver://127.0.0.1:" + port + ";encrypt=false;connectRetryCount=0",
                        "jdbc:oracle:thin:@127.0.0.1:" + port + ":x",
                        "jdbc:db2://127.0.0.1:" + port + "/x")
                .jvm("-Dh2.socketConnectRetry=1")
                .with(
                        Libraries.POSTGRES,
                        Libraries.MARIADB,
                        Libraries.MYSQL,
                        Libraries.H2,
                        "hsqldb",
                        "mssql-jdbc",
                        "ojdbc11",
                        "jcc");
        assertSame(program, "nobody there, jdbc:postgresql://127.0.0.1:" + port + "/x, 3: org.postgresql");
    }

    private static void assertSame(ForkedJvm program, String known) {
        Comparison runs = program.compared();
        assertTrue(
                runs.without().succeeded().text().contains(known),
                () -> "a line with '" + known + "' from " + runs.without());
        runs.same();
    }
}
