package io.poolagent.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSinkTest {
    private static final int LINE = Line.of(Level.INFO, "0").length();

    @TempDir
    private Path folder;

    private FileSink sink(int lines, int oldFiles) {
        return new FileSink(folder.resolve("log").toString(), (long) lines * LINE, oldFiles);
    }

    private static void write(FileSink sink, String digits) throws IOException {
        for (int i = 0; i < digits.length(); i++) {
            sink.write(Level.INFO, digits.substring(i, i + 1));
        }
    }

    /** Each file with the last characters of its lines. */
    private String files() throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                StringBuilder digits = new StringBuilder();
                if (Files.isRegularFile(file)) {
                    Files.readAllLines(file).forEach(line -> digits.append(line.charAt(line.length() - 1)));
                }
                files.put(file.getFileName().toString(), digits.toString());
            }
        }
        return files.toString();
    }

    @Test
    void newestOldFileIsOne() throws IOException {
        write(sink(2, 3), "0123456789");
        assertEquals("{log=89, log.1=67, log.2=45, log.3=23}", files());
    }

    @Test
    void noneIsKept() throws IOException {
        write(sink(2, 0), "01234");
        assertEquals("{log=4}", files());
    }

    @Test
    void anEarlierRunsFileCounts() throws IOException {
        write(sink(2, 3), "01");
        write(sink(2, 3), "2");
        write(sink(2, 3), "3");
        assertEquals("{log=23, log.1=01}", files());
    }

    @Test
    void aLineIsNeverCut() throws IOException {
        FileSink sink = sink(1, 1);
        write(sink, "0");
        sink.write(Level.INFO, "x".repeat(1_000));
        write(sink, "1");
        assertEquals("{log=1, log.1=x}", files());
    }

    /** A folder with something in it is in the way: it can neither be deleted nor overwritten. */
    @Test
    void whatCanNotBeRenamedGrowsAndNothingIsLost() throws IOException {
        Files.createDirectories(folder.resolve("log.1").resolve("x"));
        write(sink(2, 1), "012345");
        assertEquals("{log=012345, log.1=}", files());
    }

    @Test
    void jsonHasNothingBeforeIt() throws IOException {
        FileSink sink = sink(10, 1);
        sink.writeJson(Level.WARN, "{\"a\":1}");
        sink.write(Level.WARN, "text");
        List<String> lines = Files.readAllLines(folder.resolve("log"));
        assertEquals("{\"a\":1}", lines.get(0));
        assertTrue(lines.get(1).endsWith("text"));
        assertFalse(Files.exists(folder.resolve("log.1")));
    }
}
