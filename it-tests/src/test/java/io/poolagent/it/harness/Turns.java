package io.poolagent.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Test classes run two at a time, each in a JVM of its own with servers of its own; those that are {@link Alone} wait until
 * no other runs. What the JVMs agree by are locks of two files: whoever waits for the room holds the gate, so that nobody
 * who comes later overtakes.
 */
public final class Turns implements TestExecutionListener {
    private static final String FOLDER = "it.turns";

    private final Map<String, FileLock> held = new HashMap<>();

    @Override
    public void executionStarted(TestIdentifier test) {
        Optional<Class<?>> type = typeOf(test);
        if (type.isEmpty() || System.getProperty(FOLDER) == null) {
            return;
        }
        boolean shared = !type.get().isAnnotationPresent(Alone.class);
        try {
            FileLock gate = lock("gate", false);
            try {
                held.put(test.getUniqueId(), lock("room", shared));
            } finally {
                gate.channel().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        FileLock lock = held.remove(test.getUniqueId());
        if (lock != null) {
            try {
                lock.channel().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The class, where the test is one at the top: those inside have their turn with it. */
    private static Optional<Class<?>> typeOf(TestIdentifier test) {
        return test.getSource()
                .filter(source -> test.isContainer() && source instanceof ClassSource)
                .<Class<?>>map(source -> ((ClassSource) source).getJavaClass())
                .filter(type -> type.getEnclosingClass() == null);
    }

    private static FileLock lock(String name, boolean shared) throws IOException {
        Path folder = Files.createDirectories(Path.of(System.getProperty(FOLDER)));
        FileChannel channel = FileChannel.open(
                folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return channel.lock(0, Long.MAX_VALUE, shared);
    }
}
