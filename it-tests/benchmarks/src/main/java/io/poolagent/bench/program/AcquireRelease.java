package io.poolagent.bench.program;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Takes a connection and gives it back, so many calls deep; JMH's own calls, about fifteen, are below them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AcquireRelease {
    /** Where connections come from. */
    @Param("NONE")
    public Way way = Way.NONE;

    /** The number of calls between the benchmark and the acquire. */
    @Param("10")
    public int depth;

    /** Whether the agent must be found at work. */
    @Param("false")
    public boolean agent;

    private Way.Source source;

    /** Opens the way and looks at the first connection. */
    @Setup
    public void open() throws SQLException {
        source = way.open();
        Connection first = source.connect();
        Handles.check(first, agent);
        if (first != null) {
            first.close();
        }
    }

    /** Looks once more, after all the work. */
    @TearDown
    public void close() throws SQLException {
        Connection last = source.connect();
        Handles.check(last, agent);
        if (last != null) {
            last.close();
        }
        source.close();
    }

    /** One acquire and release. */
    @Benchmark
    public @Nullable Object acquireAndRelease() throws SQLException {
        return descend(depth);
    }

    /** Calls itself so many times. Not inlined, so that each call has a frame; returns no Connection, or leaks were its caller's. */
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    private @Nullable Object descend(int calls) throws SQLException {
        if (calls > 1) {
            return descend(calls - 1);
        }
        Connection connection = source.connect();
        if (connection != null) {
            connection.close();
        }
        return connection;
    }
}
