package legacy.standin;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What all products do with rows. */
final class Tables {
    private static final String NAME = "([\\w.#$]+)";

    private Tables() {}

    static void addTo(Rules rules) {
        rules.on("CREATE TABLE " + NAME + "\\s*\\(.*\\)", (session, text) -> {
                    session.server.tables.putIfAbsent(name(text.group(1)), new ArrayList<>());
                    return Reply.done();
                })
                .on("CREATE SEQUENCE (\\w+)", (session, text) -> {
                    session.server.sequences.putIfAbsent(name(text.group(1)), 0L);
                    return Reply.done();
                })
                .on(
                        "INSERT INTO " + NAME + "(?:\\s*\\([\\w, ]+\\))? VALUES\\s*\\((?:[^)]*,)?\\s*(\\d+)\\)",
                        (session, text) -> insert(session, name(text.group(1)), text.group(2)))
                .on(
                        "DELETE FROM " + NAME + "(?: WHERE a = (\\d+))?",
                        (session, text) -> delete(session, name(text.group(1)), text.group(2)))
                .on(
                        "SELECT COUNT\\(\\*\\) FROM " + NAME + "(?: WHERE a = (\\d+))?",
                        (session, text) ->
                                Reply.row(String.valueOf(matching(session, name(text.group(1)), text.group(2))
                                        .size())))
                .on(
                        "SELECT SUM\\(a\\) FROM " + NAME,
                        (session, text) -> Reply.row(String.valueOf(session.visible(name(text.group(1))).stream()
                                .mapToInt(Integer::parseInt)
                                .sum())))
                .on(
                        "SELECT WHAT FROM STANDIN_TRACES",
                        (session, text) -> Reply.row(String.join(", ", session.server.traces())))
                .on(
                        "SELECT (?:a|\\*) FROM " + NAME,
                        (session, text) -> Reply.rows(session.visible(name(text.group(1)))))
                .on("COMMIT", (session, text) -> {
                    session.commit();
                    return Reply.done();
                })
                .on("ROLLBACK", (session, text) -> {
                    session.rollback();
                    return Reply.done();
                });
    }

    static String name(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private static Reply insert(ServerSession session, String table, String value) throws ServerError {
        List<Row> rows = session.table(table);
        Row row = new Row(value, session);
        rows.add(row);
        session.undo(() -> rows.remove(row));
        session.atCommit(() -> row.maker = null);
        session.current.put("IDENTITY", session.server.nextIdentity());
        return Reply.count(1);
    }

    private static Reply delete(ServerSession session, String table, String value) throws ServerError {
        List<Row> rows = session.table(table);
        int count = 0;
        for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
            Row row = each.next();
            if (row.isSeenBy(session) && (value == null || value.equals(row.value))) {
                each.remove();
                session.undo(() -> rows.add(row));
                count++;
            }
        }
        return Reply.count(count);
    }

    private static List<String> matching(ServerSession session, String table, String value) throws ServerError {
        return session.visible(table).stream()
                .filter(each -> value == null || value.equals(each))
                .collect(Collectors.toList());
    }
}
