/** What runs in JVMs of its own, with the agent or without. Nothing in here knows of the agent but by its handles' names. */
@NullMarked
package io.poolagent.bench.program;

import org.jspecify.annotations.NullMarked;
