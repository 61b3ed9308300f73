/** What {@code java -jar pool-agent.jar} can do. */
package io.poolagent.core.cli;
