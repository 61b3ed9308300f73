/** The agent's own log. */
package io.poolagent.core.report;
