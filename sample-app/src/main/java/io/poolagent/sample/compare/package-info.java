/** Runs the shop without and with the agent, each in a JVM of its own, and puts the figures side by side. */
package io.poolagent.sample.compare;
