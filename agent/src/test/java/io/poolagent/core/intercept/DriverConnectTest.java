package io.poolagent.core.intercept;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.poolagent.core.pool.Connector;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.sql.Driver;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DriverConnectTest {
    private static WeakReference<Driver> driver;

    /** In a frame of its own, so that nothing of the driver is left in the test's. */
    private static Connector detached() {
        Driver made = (Driver) Proxy.newProxyInstance(
                DriverConnectTest.class.getClassLoader(),
                new Class<?>[] {Driver.class},
                (proxy, method, values) -> null);
        driver = new WeakReference<>(made);
        return new DriverConnect(made, "jdbc:test:x", new Properties()).detached();
    }

    @Test
    void whatConnectsLaterDoesNotKeepTheDriver() {
        Connector later = detached();
        for (int i = 0; i < 50 && driver.get() != null; i++) {
            System.gc();
        }
        assertNull(driver.get());
        assertThrows(IllegalStateException.class, later::connect);
    }
}
