package legacy.metrics;

import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import legacy.Account;
import legacy.Pause;
import legacy.net.Answers;

/**
 * Runs {@link Script} and writes the agent's text for Prometheus to a file. Arguments: URL, user, password, the file, the
 * port of the agent's HTTP server.
 */
public final class AgentText {
    private AgentText() {}

    public static void main(String[] arguments) throws Exception {
        Script.run(Account.of(arguments));
        System.out.println("loaded before=" + isLoaded());
        String url = "http://127.0.0.1:" + arguments[4] + "/metrics";
        String[] text = new String[1];
        System.out.println("complete="
                + Pause.until(20_000, () -> {
                    text[0] = Answers.text(url);
                    System.gc(); // one is to be seen, and those of before the first text are not
                    return text[0].contains("cause=\"System.gc()\"")
                            && text[0].contains("#2\"} 1.0")
                            && text[0].contains("sqlstate_class=\"42\"");
                }));
        System.out.println("loaded after=" + isLoaded());
        Files.write(new File(arguments[3]).toPath(), text[0].getBytes(StandardCharsets.UTF_8));
        System.out.println("threads="
                + Thread.getAllStackTraces().keySet().stream()
                        .filter(thread ->
                                !thread.isDaemon() && !thread.getName().equals("main"))
                        .map(Thread::getName)
                        .filter(name -> !name.equals("DestroyJavaVM"))
                        .count());
    }

    /** Whether the agent's loader, which is asked for without being asked to load, has Micrometer. */
    private static boolean isLoaded() throws Exception {
        Field bridge = Class.forName("java.lang.PoolAgentBridge").getDeclaredField("instance");
        bridge.setAccessible(true);
        Method find = ClassLoader.class.getDeclaredMethod("findLoadedClass", String.class);
        find.setAccessible(true);
        return find.invoke(bridge.get(null).getClass().getClassLoader(), "io.micrometer.core.instrument.MeterRegistry")
                != null;
    }
}
