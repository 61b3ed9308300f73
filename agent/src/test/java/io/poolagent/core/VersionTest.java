package io.poolagent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VersionTest {
    @Test
    void theVersionIsTheProjects() {
        assertEquals(System.getProperty("project.version"), Core.VERSION);
    }
}
