package io.poolagent.entry;

/** {@code java -jar pool-agent.jar}: the command line. */
public final class Main {
    private Main() {}

    /**
     * Runs a command; without one, says what there is.
     *
     * @param arguments {@code config [name=value,...]} prints the effective configuration with each value's source
     */
    public static void main(String[] arguments) throws Exception {
        ClassLoader loader = new IsolatedLoader(StartUp.ownJar());
        Object status = Class.forName("io.poolagent.core.cli.CommandLine", true, loader)
                .getMethod("run", String[].class)
                .invoke(null, (Object) arguments);
        System.exit((Integer) status);
    }
}
