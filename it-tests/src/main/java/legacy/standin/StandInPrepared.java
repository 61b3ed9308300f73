package legacy.standin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.TreeMap;

/** What the prepared and callable statements of all stand-ins have in common. */
public abstract class StandInPrepared extends ModestPreparedStatement {
    private final String sql;
    private final TreeMap<Integer, Integer> values = new TreeMap<>();

    protected StandInPrepared(StandInConnection connection, String sql) {
        super(connection);
        this.sql = sql;
    }

    private String text() {
        String text = sql;
        for (Integer value : values.values()) {
            text = text.replaceFirst("\\?", value.toString());
        }
        return text;
    }

    @Override
    public void setInt(int index, int value) throws SQLException {
        check();
        values.put(index, value);
    }

    @Override
    public void clearParameters() throws SQLException {
        check();
        values.clear();
    }

    @Override
    public boolean execute() throws SQLException {
        return run(text());
    }

    @Override
    public int executeUpdate() throws SQLException {
        return executeUpdate(text());
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        return executeQuery(text());
    }
}
