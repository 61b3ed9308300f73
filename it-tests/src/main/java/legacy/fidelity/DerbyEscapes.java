package legacy.fidelity;

import java.sql.Connection;
import java.sql.SQLException;

/** What Derby offers beside JDBC. */
final class DerbyEscapes {
    private DerbyEscapes() {}

    static void list(Cases cases) {
        cases.add("what its classes say", DerbyEscapes::derby);
    }

    private static void derby(Bench bench) throws SQLException {
        try (Connection connection = bench.connect()) {
            bench.say("metadata", connection.getMetaData().getDriverName());
            bench.ask("types", connection::getTypeMap);
            bench.ask("info", connection::getClientInfo);
            bench.say("class", connection.getClass().getName().startsWith("org.apache.derby."));
        }
    }
}
