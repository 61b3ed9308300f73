/** Programs that have a Micrometer of their own, or show what the agent's has. */
package legacy.metrics;
