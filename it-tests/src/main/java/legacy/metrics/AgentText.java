package legacy.metrics;

import java.io.File;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import legacy.Account;
import legacy.Pause;

/**
 * Runs {@link Script} and writes the agent's text for Prometheus to a file, which it gets from the agent by reflection on its
 * insides. Arguments: URL, user, password, the file.
 */
public final class AgentText {
    private AgentText() {}

    public static void main(String[] arguments) throws Exception {
        Script.run(Account.of(arguments));
        Object watcher = field(
                field(field(field(Class.forName("java.lang.PoolAgentBridge"), "instance"), "hooks"), "pools"),
                "watcher");
        System.out.println("loaded before=" + isLoaded(watcher.getClass().getClassLoader()));
        Class<?> metrics = Class.forName(
                "io.poolagent.core.metrics.Metrics", true, watcher.getClass().getClassLoader());
        Object texts = metrics.getConstructor(watcher.getClass()).newInstance(watcher);
        String[] text = new String[1];
        System.out.println("complete="
                + Pause.until(20_000, () -> {
                    text[0] = (String) metrics.getMethod("text").invoke(texts);
                    System.gc(); // one is to be seen, and those of before the first text are not
                    return text[0].contains("cause=\"System.gc()\"")
                            && text[0].contains("#2\"} 1.0")
                            && text[0].contains("sqlstate_class=\"42\"");
                }));
        Files.write(new File(arguments[3]).toPath(), text[0].getBytes(StandardCharsets.UTF_8));
        System.out.println("threads="
                + Thread.getAllStackTraces().keySet().stream()
                        .filter(thread ->
                                !thread.isDaemon() && !thread.getName().equals("main"))
                        .map(Thread::getName)
                        .filter(name -> !name.equals("DestroyJavaVM"))
                        .count());
    }

    private static boolean isLoaded(ClassLoader loader) throws Exception {
        java.lang.reflect.Method find = ClassLoader.class.getDeclaredMethod("findLoadedClass", String.class);
        find.setAccessible(true);
        return find.invoke(loader, "io.micrometer.core.instrument.MeterRegistry") != null;
    }

    private static Object field(Object of, String name) throws Exception {
        Class<?> type = of instanceof Class ? (Class<?>) of : of.getClass();
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(of instanceof Class ? null : of);
    }
}
