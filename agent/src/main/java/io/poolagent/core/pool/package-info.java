/** Managed pools: which pool, physical connects, sizing, overflow. */
package io.poolagent.core.pool;
