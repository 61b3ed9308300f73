/** Leaks: which leases are suspected or proven to be leaked, by place; reports, exhaustion, collections. */
package io.poolagent.core.leak;
