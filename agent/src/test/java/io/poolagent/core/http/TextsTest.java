package io.poolagent.core.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void oldDashboardsLookBelowApi() {
        assertEquals("/health", Paths.plain("/api/health"));
        assertEquals("/health", Paths.plain("/health"));
        assertEquals("/", Paths.plain("/api/"));
        assertEquals("/api/health", Paths.plain("/api/api/health"));
        assertEquals("", Paths.plain(null));
    }

    @Test
    void uptimeIsReadable() {
        assertEquals("0 s", Uptime.text(0));
        assertEquals("3 min 20 s", Uptime.text(200));
        assertEquals("5 h 12 min", Uptime.text(5 * 3_600 + 12 * 60));
        assertEquals("2 d 3 h", Uptime.text(51 * 3_600));
    }

    @Test
    void policyNamesTheOnlyScriptAndStyle() throws Exception {
        assertEquals(
                "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='",
                Page.hash("<style></style><script>abc</script>", "script"));
        Answer page = Page.answer();
        String text = new String(page.body(), StandardCharsets.UTF_8);
        for (String element : new String[] {"<script", "<style"}) {
            assertEquals(text.indexOf(element), text.lastIndexOf(element), element);
        }
        assertTrue(!text.contains("//cdn") && !text.contains("innerHTML") && !text.contains(" style="), "strict");
        assertNotNull(page.headers.get("Content-Security-Policy"));
    }
}
