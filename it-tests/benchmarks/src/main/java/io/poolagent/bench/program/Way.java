package io.poolagent.bench.program;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.poolagent.bench.stub.StubDriver;
import io.poolagent.bench.stub.StubSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How a program comes by its connections. */
public enum Way {
    /** Not at all: only the calls that lead there. */
    NONE {
        @Override
        public Source open() {
            return () -> null;
        }
    },
    /** The stub's DataSource. */
    DATA_SOURCE {
        @Override
        public Source open() {
            return new StubSource("app")::getConnection;
        }
    },
    /** DriverManager and the stub's driver. */
    DRIVER_MANAGER {
        @Override
        public Source open() {
            return () -> DriverManager.getConnection(StubDriver.URL, "app", "secret");
        }
    },
    /** DriverManager and a driver that gives one connection again and again: what DriverManager itself costs. */
    DRIVER_MANAGER_CONSTANT {
        @Override
        public Source open() {
            return () -> DriverManager.getConnection(StubDriver.CONSTANT_URL, "app", "secret");
        }
    },
    /** A HikariCP of the application's own over the stub's DataSource. */
    HIKARI {
        @Override
        public Source open() {
            return overStub(0);
        }
    },
    /** The same, looking for leaks. */
    HIKARI_LEAK_DETECTION {
        @Override
        public Source open() {
            return overStub(60_000);
        }
    },
    /** The same below DriverManager, whose own frames are in the stack that is captured then. */
    HIKARI_LEAK_DETECTION_DRIVER_MANAGER {
        @Override
        public Source open() {
            HikariDataSource pool = poolOverStub(60_000);
            StubDriver.pooled(pool);
            return new Source() {
                @Override
                public Connection connect() throws SQLException {
                    return DriverManager.getConnection(StubDriver.POOLED_URL, "app", "secret");
                }

                @Override
                public void close() {
                    pool.close();
                }
            };
        }
    };

    /** Where connections come from. */
    public interface Source extends AutoCloseable {
        /** A connection; null for none at all. */
        @Nullable
        Connection connect() throws SQLException;

        @Override
        default void close() {}
    }

    /** Prepares for connecting. */
    public abstract Source open();

    static Source overStub(long leakDetectionMillis) {
        return sourceOf(poolOverStub(leakDetectionMillis));
    }

    static HikariDataSource poolOverStub(long leakDetectionMillis) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(new StubSource("app"));
        config.setLeakDetectionThreshold(leakDetectionMillis);
        return pool(config);
    }

    static Source hikari(HikariConfig config) {
        return sourceOf(pool(config));
    }

    private static HikariDataSource pool(HikariConfig config) {
        config.setMaximumPoolSize(10);
        return new HikariDataSource(config);
    }

    private static Source sourceOf(HikariDataSource pool) {
        return new Source() {
            @Override
            public Connection connect() throws SQLException {
                return pool.getConnection();
            }

            @Override
            public void close() {
                pool.close();
            }
        };
    }
}
