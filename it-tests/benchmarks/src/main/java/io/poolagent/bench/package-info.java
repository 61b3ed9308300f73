/** Starts the programs to measure, and turns what they say into Markdown. */
@NullMarked
package io.poolagent.bench;

import org.jspecify.annotations.NullMarked;
