/**
 * Everything that is counted, as meters: one declared table of them, shown as Prometheus text by the Micrometer inside the
 * agent, and put into the application's own Micrometer where that is wanted.
 */
package io.poolagent.core.metrics;
