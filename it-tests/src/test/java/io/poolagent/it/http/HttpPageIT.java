package io.poolagent.it.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.poolagent.it.harness.Jdks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of figures as a browser shows it. Skipped where there is none. */
class HttpPageIT {
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Pattern PLOT = Pattern.compile("<polyline class=\"use\" points=\"[^\"]*\\d,\\d");

    @TempDir
    private Path folder;

    @Test
    void showsPoolsPlotsLeasesAndLeaks() throws Exception {
        assumeTrue(Files.isExecutable(BROWSER), () -> "no " + BROWSER + " on this machine");
        try (Program program = Program.withOwnPool(Jdks.require(17), "leak.threshold=1s")) {
            program.awaitStatus("/health", 200);
            program.await("leaks are found", "/leaks", "proven", 3.0);
            String page = browse("http://127.0.0.1:" + program.port + "/");
            assertTrue(page.contains("<h3>" + program.get("/health/database").at("pools/0/name") + "</h3>"), page);
            Matcher plot = PLOT.matcher(page);
            assertTrue(plot.find(), page);
            assertTrue(page.contains("3 leaks at Served.java:"), page);
            assertTrue(page.contains("at legacy.http.Served.main(Served.java:"), page);
            assertTrue(page.contains("<td>holder &lt;img src=x"), page);
            assertTrue(page.contains("<title>pool-agent</title>"), "what is data did not run: " + page);
            assertFalse(page.contains("<img"), page);
            assertTrue(page.contains("the application\u2019s own (pgjdbc's pool)"), page);
            assertFalse(page.contains(">No answer"), page);
            program.end();
        }
    }

    /** Nothing is said of what is not known. */
    @Test
    void asksForTheToken() throws Exception {
        assumeTrue(Files.isExecutable(BROWSER), () -> "no " + BROWSER + " on this machine");
        try (Program program = Program.served(Jdks.require(17), "http.token=the-token")) {
            program.awaitStatus("/health", 200);
            String page = browse("http://127.0.0.1:" + program.port + "/api/");
            assertTrue(page.contains("A token is needed: what http.token is set to."), page);
            assertTrue(page.contains("class=\"status dim\" role=\"status\">unknown<"), page);
            for (String unknown : new String[] {">healthy<", ">No pool yet", ">None was found"}) {
                assertFalse(page.contains(unknown), page);
            }
            program.end();
        }
    }

    private String browse(String url) throws IOException, InterruptedException {
        Path output = folder.resolve("page.html");
        Process browser = new ProcessBuilder(List.of(
                        BROWSER.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                        "--user-data-dir=" + folder.resolve("browser"),
                        "--virtual-time-budget=5000",
                        "--dump-dom",
                        url))
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertTrue(browser.waitFor(40, TimeUnit.SECONDS), "the browser takes too long");
            assertEquals(0, browser.exitValue());
        } finally {
            browser.destroyForcibly();
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
