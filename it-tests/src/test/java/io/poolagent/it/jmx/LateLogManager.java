package io.poolagent.it.jmx;

import java.util.logging.LogManager;

/** A LogManager that is not on a program's class path. */
public final class LateLogManager extends LogManager {}
