package io.poolagent.core;

import io.poolagent.core.config.BadConfigException;
import io.poolagent.core.config.Config;
import io.poolagent.core.config.ConfigReader;
import io.poolagent.core.config.Options;
import io.poolagent.core.handle.Prologues;
import io.poolagent.core.intercept.Hooks;
import io.poolagent.core.intercept.Transformer;
import io.poolagent.core.jvm.Bridge;
import io.poolagent.core.jvm.Modules;
import io.poolagent.core.pool.Pools;
import io.poolagent.core.report.Log;
import java.lang.instrument.Instrumentation;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Puts the core together. The entry calls it, by name, through the isolated loader. */
public final class Core {
    /** The agent's version; the build checks that it is the project's. */
    static final String VERSION = "0.1.0";

    private Core() {}

    /**
     * Starts the agent, or does nothing where the configuration says so.
     *
     * @param arguments the agent argument; null where there is none
     * @throws IllegalArgumentException where the configuration is bad and {@code strict=true}
     * @throws Exception where the JVM does not allow what the agent needs
     */
    public static void start(@Nullable String arguments, Instrumentation instrumentation) throws Exception {
        Config config;
        try {
            config = ConfigReader.read(arguments, System.getenv(), (Properties)
                    System.getProperties().clone());
        } catch (BadConfigException e) {
            for (String line : e.mistakes()) {
                Log.error(line);
            }
            if (e.strict()) {
                throw new IllegalArgumentException(
                        "bad configuration, and strict=true: " + String.join("; ", e.mistakes()));
            }
            Log.error("switched off by the bad configuration above; the application runs unpooled.");
            return;
        }
        if (config.text(Options.MODE).equals("off")) {
            return;
        }
        Log.configure(config.text(Options.LOG_LEVEL), config.text(Options.LOG_TARGET));
        Bridge.define(instrumentation);
        Modules.open(instrumentation, Properties.class, "java.util");
        Prologues.install(instrumentation);
        CoreBridge.install(new Hooks(new Pools(config)));
        instrumentation.addTransformer(new Transformer(), true);
        Log.info("pool-agent " + VERSION + " on Java " + System.getProperty("java.version") + ": mode="
                + config.text(Options.MODE) + ", pool.max=" + config.number(Options.MAX));
    }
}
