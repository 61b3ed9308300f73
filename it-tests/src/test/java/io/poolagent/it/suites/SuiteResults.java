package io.poolagent.it.suites;

import io.poolagent.it.harness.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * How each test of a suite ended, and what the agent said at the end.
 *
 * @param tests by their unique ids: passed, skipped, or the class of what was thrown
 * @param agentLines the agent's log
 */
record SuiteResults(Map<String, String> tests, List<String> agentLines) {
    static final String PASSED = "passed";
    static final String SKIPPED = "skipped";

    private static final Pattern ID = Pattern.compile("unique-id: (.*)");
    private static final Pattern SUMMARY = Pattern.compile(": acquires (\\d+), overflow (\\d+), created (\\d+),");

    /** Reads the console launcher's reports. */
    static SuiteResults read(Path folder, Run run) {
        Map<String, String> tests = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".xml")).toList()) {
                NodeList cases = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(file.toFile())
                        .getElementsByTagName("testcase");
                for (int i = 0; i < cases.getLength(); i++) {
                    Element test = (Element) cases.item(i);
                    tests.merge(id(test), result(test), (one, other) -> one + ", " + other);
                }
            }
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("no reports in " + folder + " of " + run, e);
        }
        return new SuiteResults(tests, run.agentLines());
    }

    private static String id(Element test) {
        Matcher id = ID.matcher(test.getTextContent());
        if (!id.find()) {
            throw new IllegalStateException("a test without an id: " + test.getAttribute("name"));
        }
        return id.group(1);
    }

    private static String result(Element test) {
        for (String kind : List.of("failure", "error")) {
            NodeList found = test.getElementsByTagName(kind);
            if (found.getLength() > 0) {
                return ((Element) found.item(0)).getAttribute("type");
            }
        }
        return test.getElementsByTagName("skipped").getLength() > 0 ? SKIPPED : PASSED;
    }

    private long count(String result) {
        return tests.values().stream().filter(result::equals).count();
    }

    /** How many tests of each kind. */
    String counts() {
        long passed = count(PASSED);
        long skipped = count(SKIPPED);
        return tests.size() + " tests: " + passed + " passed, " + skipped + " skipped, "
                + (tests.size() - passed - skipped) + " failed";
    }

    /** The pools that the agent made. */
    long pools() {
        return agentLines.stream().filter(line -> line.contains("new pool: ")).count();
    }

    /** The pools, and what those did, summed up, that were still there at the end; one that nobody uses any more goes. */
    String work() {
        long acquires = 0;
        long overflow = 0;
        long created = 0;
        for (String line : agentLines) {
            Matcher summary = SUMMARY.matcher(line);
            if (summary.find()) {
                acquires += Long.parseLong(summary.group(1));
                overflow += Long.parseLong(summary.group(2));
                created += Long.parseLong(summary.group(3));
            }
        }
        return pools() + " pools, those left at the end: " + acquires + " acquires, " + overflow + " overflow, "
                + created + " connections";
    }
}
