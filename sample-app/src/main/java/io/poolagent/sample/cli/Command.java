package io.poolagent.sample.cli;

/** What the program can be told to do. */
public enum Command {
    /** Works in the shop and prints what came of it. */
    RUN,
    /** Works in the shop twice, without and with the agent, and prints both side by side. */
    COMPARE,
    /** Explains itself. */
    HELP
}
