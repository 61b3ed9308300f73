package io.poolagent.bench.program;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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

/** Executes one prepared statement again and again. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StatementCall {
    /** Where the connection comes from. */
    @Param("DATA_SOURCE")
    public Way way = Way.NONE;

    /** Whether the agent must be found at work. */
    @Param("false")
    public boolean agent;

    private Way.Source source;
    private Connection connection;
    private PreparedStatement statement;

    /** Prepares the statement. */
    @Setup
    public void prepare() throws SQLException {
        source = way.open();
        connection = Objects.requireNonNull(source.connect());
        Handles.check(connection, agent);
        statement = connection.prepareStatement("UPDATE parts SET stock = 1");
    }

    /** Gives it back. */
    @TearDown
    public void close() throws SQLException {
        statement.close();
        connection.close();
        source.close();
    }

    /** One execution. */
    @Benchmark
    public int executeUpdate() throws SQLException {
        return statement.executeUpdate();
    }
}
