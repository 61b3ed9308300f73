package io.poolagent.core;

import io.poolagent.core.config.BadConfigException;
import io.poolagent.core.config.Config;
import io.poolagent.core.config.ConfigReader;
import io.poolagent.core.config.Options;
import io.poolagent.core.config.WatchOptions;
import io.poolagent.core.intercept.Attach;
import io.poolagent.core.intercept.TakeOver;
import io.poolagent.core.intercept.Transformer;
import io.poolagent.core.jvm.AgentRun;
import io.poolagent.core.jvm.Agents;
import io.poolagent.core.jvm.Bridge;
import io.poolagent.core.jvm.Platform;
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
                throw new IllegalArgumentException("strict=true: the bad configuration above ends the start.");
            }
            Log.error("switched off by the bad configuration above; the application runs unpooled.");
            return;
        }
        if (config.text(Options.MODE).equals("off")) {
            return;
        }
        Log.configure(config);
        AgentRun.begin(VERSION);
        Bridge.define(instrumentation);
        Platform.open(instrumentation, Properties.class, "java.util");
        Agents.install(instrumentation);
        TakeOver.configure(config.patterns(Options.FOREIGN_TAKEOVER));
        instrumentation.addTransformer(new Transformer(new FirstUse(config)), true);
        if (config.number(WatchOptions.HTTP_PORT) != 0) {
            HttpStart.later(config);
        }
        Log.info("pool-agent " + VERSION + " on Java " + System.getProperty("java.version") + ": mode="
                + config.text(Options.MODE) + ", pool.max=" + config.number(Options.MAX));
    }

    /** As {@link #start}, in a running JVM: what was loaded before is rewritten in place. */
    public static void attach(@Nullable String arguments, Instrumentation instrumentation) throws Exception {
        start(arguments, instrumentation);
        if (Agents.isInstalled()) {
            Attach.rewriteLoaded(instrumentation);
        }
    }

    /** Loads what a connect needs, when the first class that makes connections is seen. No lambda: it costs start-up. */
    private static final class FirstUse implements Runnable {
        private final Config config;

        FirstUse(Config config) {
            this.config = config;
        }

        @Override
        public void run() {
            CoreBridge.install(config);
        }
    }
}
