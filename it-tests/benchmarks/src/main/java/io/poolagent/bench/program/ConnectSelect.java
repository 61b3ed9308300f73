package io.poolagent.bench.program;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Connects to a database, asks for a number and closes. System properties say where: {@link #PROPERTIES}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ConnectSelect {
    /** System properties start with this; behind it come url, user and password. */
    public static final String PROPERTIES = "bench.database.";

    /** Whether the program has a HikariCP of its own. */
    @Param("false")
    public boolean hikari;

    /** Whether the agent must be found at work. */
    @Param("false")
    public boolean agent;

    private Way.Source source;

    /** Opens the pool, if there is one. */
    @Setup
    public void open() throws SQLException {
        String url = property("url");
        String user = property("user");
        String password = property("password");
        if (hikari) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url);
            config.setUsername(user);
            config.setPassword(password);
            source = Way.hikari(config);
        } else {
            source = () -> DriverManager.getConnection(url, user, password);
        }
        // The first connection opens the agent's pool; the second comes out of it.
        for (int i = 0; i < 2; i++) {
            try (Connection connection = connect()) {
                Handles.check(connection, agent);
            }
        }
    }

    /** Closes the pool, if there is one. */
    @TearDown
    public void close() {
        source.close();
    }

    /** One unit of work. */
    @Benchmark
    public int connectSelectClose() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT 1")) {
            result.next();
            return result.getInt(1);
        }
    }

    private Connection connect() throws SQLException {
        return Objects.requireNonNull(source.connect());
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(PROPERTIES + name), name);
    }
}
