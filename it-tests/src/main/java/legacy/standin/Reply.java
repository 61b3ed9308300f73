package legacy.standin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What the server answers to a statement: one column of rows, or a count. */
public final class Reply {
    /** Null where it is a count. */
    public final List<String> rows;

    public final int count;

    private Reply(List<String> rows, int count) {
        this.rows = rows;
        this.count = count;
    }

    /** So many rows were changed. */
    public static Reply count(int count) {
        return new Reply(null, count);
    }

    /** Nothing to count. */
    public static Reply done() {
        return count(0);
    }

    /** Rows of one column. */
    public static Reply rows(List<String> rows) {
        return new Reply(Collections.unmodifiableList(new ArrayList<>(rows)), -1);
    }

    /** One row; its value may be null. */
    public static Reply row(String value) {
        return rows(Arrays.asList(value));
    }
}
