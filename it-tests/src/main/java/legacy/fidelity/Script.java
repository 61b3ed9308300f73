package legacy.fidelity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of cases: what one lease leaves in its session, and what the next ones must not see. Its lines:
 *
 * <ul>
 *   <li>{@code setup: SQL}: once, before all cases, failures ignored; {@code admin setup: SQL} by the administrator
 *   <li>{@code case: NAME}; {@code case reused: NAME} where the session is expected to come back
 *   <li>{@code do: SQL}, {@code prepared: SQL}, {@code call: SQL}, {@code batch: SQL}: in the lease; the outcome is printed
 *   <li>{@code autocommit off}, {@code commit}, {@code rollback}: in the lease
 *   <li>{@code lease}: the lease ends and another begins
 *   <li>{@code elsewhere: SQL}: on a connection of the administrator's
 *   <li>{@code probe: SQL}: the lease ends; two connections, opened at once, are asked
 * </ul>
 */
final class Script {
    /** One line. */
    static final class Line {
        final String verb;
        final String text;

        Line(String line) {
            int colon = line.indexOf(": ");
            verb = colon < 0 ? line : line.substring(0, colon);
            text = colon < 0 ? "" : line.substring(colon + 2).trim();
        }
    }

    final List<Line> setup = new ArrayList<>();
    final Map<Line, List<Line>> cases = new LinkedHashMap<>();

    private Script() {}

    /** The script of a product. */
    static Script of(Product product) {
        String name = product.isMariaDbServer() ? "mariadb" : product.name().toLowerCase(java.util.Locale.ROOT);
        Script script = new Script();
        try (InputStream file = Script.class.getResourceAsStream(name + ".txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            List<Line> current = script.setup;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.trim().isEmpty() && !line.startsWith("#")) {
                    Line read = new Line(line.trim());
                    if (read.verb.startsWith("case")) {
                        current = script.cases.computeIfAbsent(read, any -> new ArrayList<>());
                    } else {
                        current.add(read);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return script;
    }
}
