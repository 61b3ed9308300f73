package io.poolagent.core.database;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SessionTableTest {
    @Test
    void theReadmeShowsTheTableAsItIs() throws IOException {
        Path readme = Path.of(System.getProperty("project.readme"));
        assertTrue(
                Files.readString(readme).contains(SessionTable.markdown()),
                () -> readme + " has an old table of sessions; replace it by:\n" + SessionTable.markdown());
    }
}
