package io.poolagent.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a small stand-in of slf4j, in loaders of its own; the integration tests have the real ones. */
class Slf4jLogTest {
    private static final String LOGGER =
            "package org.slf4j; public interface Logger { void error(String m); void warn(String m);"
                    + " void info(String m); void debug(String m); void trace(String m); }";
    private static final String FACTORY = """
            package org.slf4j;
            public class LoggerFactory {
                %s
                public static java.util.List<Object> seen = new java.util.ArrayList<>();
                public static RuntimeException failure;
                public static Logger getLogger(String name) {
                    return (Logger) java.lang.reflect.Proxy.newProxyInstance(Logger.class.getClassLoader(),
                        new Class<?>[] {Logger.class}, (proxy, method, arguments) -> {
                            if (failure != null) throw failure;
                            seen.add(name + " " + method.getName() + " " + arguments[0]);
                            seen.add(Thread.currentThread().getContextClassLoader());
                            return null;
                        });
                }
            }
            """;

    @TempDir
    private static Path folder;

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @BeforeAll
    static void compile() throws IOException {
        compile("new", "static volatile int INITIALIZATION_STATE = 3;");
        compile("old", "");
    }

    private static void compile(String name, String state) throws IOException {
        Path to = Files.createDirectories(folder.resolve(name));
        Path logger = Files.writeString(to.resolve("Logger.java"), LOGGER);
        Path factory = Files.writeString(to.resolve("LoggerFactory.java"), FACTORY.formatted(state));
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", to.toString(), logger.toString(), factory.toString());
        assertEquals(0, result);
    }

    private static ClassLoader application(String name) throws IOException {
        return new URLClassLoader(
                new URL[] {folder.resolve(name).toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    }

    private static Object field(ClassLoader loader, String name) throws Exception {
        var field = loader.loadClass("org.slf4j.LoggerFactory").getDeclaredField(name);
        field.setAccessible(true);
        return field.get(null);
    }

    private static void set(ClassLoader loader, String name, Object value) throws Exception {
        var field = loader.loadClass("org.slf4j.LoggerFactory").getDeclaredField(name);
        field.setAccessible(true);
        field.set(null, value);
    }

    private static Slf4jLog open(ClassLoader context, ClassLoader system, ClassLoader driver) {
        Thread.currentThread().setContextClassLoader(context);
        Slf4jLog log = new Slf4jLog(system);
        log.open(driver);
        Thread.currentThread().setContextClassLoader(null);
        return log;
    }

    @AfterEach
    void restore() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void everyLevelHasItsMethod() throws Exception {
        ClassLoader application = application("new");
        Slf4jLog log = open(application, null, null);
        assertTrue(log.isReady());
        for (Level level : List.of(Level.ERROR, Level.WARN, Level.INFO, Level.DEBUG, Level.TRACE)) {
            log.log(level, "text {}");
        }
        List<?> seen = (List<?>) field(application, "seen");
        assertEquals("io.poolagent error text {}", seen.get(0));
        assertSame(application, seen.get(1), "context class loader");
        assertEquals("io.poolagent trace text {}", seen.get(8));
        assertNull(Thread.currentThread().getContextClassLoader());
    }

    @Test
    void contextThenSystemThenDriver() throws Exception {
        ClassLoader nothing = ClassLoader.getPlatformClassLoader();
        for (int place = 0; place < 3; place++) {
            ClassLoader one = application("new");
            ClassLoader[] loaders = {nothing, nothing, nothing};
            for (int later = place; later < 3; later++) {
                loaders[later] = later == place ? one : application("new");
            }
            open(loaders[0], loaders[1], loaders[2]).log(Level.INFO, "a");
            assertEquals(2, ((List<?>) field(one, "seen")).size(), "place " + place);
        }
    }

    @Test
    void nobodyHasIt() {
        Slf4jLog log = open(ClassLoader.getPlatformClassLoader(), null, null);
        String why = assertThrows(ApplicationLog.Unusable.class, log::isReady).why();
        assertEquals("the application has no org.slf4j.LoggerFactory", why);
    }

    @Test
    void theApplicationsOwnStartIsAwaited() throws Exception {
        ClassLoader application = application("new");
        Slf4jLog log = open(application, null, null);
        set(application, "INITIALIZATION_STATE", 0);
        assertFalse(log.isReady());
        set(application, "INITIALIZATION_STATE", 1);
        assertFalse(log.isReady());
        set(application, "INITIALIZATION_STATE", 4);
        assertTrue(log.isReady());
        String why = assertThrows(ApplicationLog.Unusable.class, () -> log.log(Level.INFO, "a"))
                .why();
        assertEquals("the application's slf4j has no binding", why);
    }

    @Test
    void versionsThatDoNotTellTheirStateAreUsedAtOnce() throws Exception {
        ClassLoader application = application("old");
        Slf4jLog log = open(application, null, null);
        assertTrue(log.isReady());
        log.log(Level.INFO, "a");
        assertEquals("io.poolagent info a", ((List<?>) field(application, "seen")).get(0));
    }

    @Test
    void whatItThrowsIsPassedOn() throws Exception {
        ClassLoader application = application("new");
        RuntimeException failure = new IllegalStateException("on purpose");
        set(application, "failure", failure);
        Slf4jLog log = open(application, null, null);
        assertSame(failure, assertThrows(IllegalStateException.class, () -> log.log(Level.INFO, "a")));
        assertNull(Thread.currentThread().getContextClassLoader());
    }

    @Test
    void anApplicationIsNotKeptAlive() throws Exception {
        ClassLoader application = application("new");
        WeakReference<ClassLoader> weak = new WeakReference<>(application);
        Slf4jLog log = open(application, null, application);
        log.log(Level.INFO, "a");
        application = null;
        for (int i = 0; i < 50 && weak.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertNull(weak.get(), "the application");
        String why = assertThrows(ApplicationLog.Unusable.class, () -> log.log(Level.INFO, "b"))
                .why();
        assertEquals("the application that it belonged to is gone", why);
    }
}
