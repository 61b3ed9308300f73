package io.poolagent.core.config;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionsTableTest {
    @Test
    void theReadmeShowsTheTableAsItIs() throws IOException {
        Path readme = Path.of(System.getProperty("project.readme"));
        assertTrue(
                Files.readString(readme).contains(OptionsTable.markdown()),
                () -> readme + " has an old table of options; replace it by:\n" + OptionsTable.markdown());
    }
}
